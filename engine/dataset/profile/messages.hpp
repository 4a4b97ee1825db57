// What is said of a table that is profiled, in both languages.
#pragma once

#include "engine/text/message.hpp"

namespace crossfoot::profile::messages {

inline constexpr Template too_many_columns{"`{0}` has {1} columns; at most {2} are profiled",
                                           "`{0}` a {1} colonnes\u00A0; au plus {2} sont examinées"};
inline constexpr Template no_names{"the header of `{0}` names no column", "l'en-tête de `{0}` ne nomme aucune colonne"};

}  // namespace crossfoot::profile::messages
