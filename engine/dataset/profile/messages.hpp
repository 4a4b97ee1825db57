// What is said of a table that is profiled, in both languages.
#pragma once

#include "engine/text/message.hpp"

namespace crossfoot::profile::messages {

inline constexpr Template too_many_columns{"`{0}` has {1} columns; at most {2} are profiled",
                                           "`{0}` a {1} colonnes ; au plus {2} sont examinées"};
inline constexpr Template header_not_utf8{"the header is not UTF-8", "l'en-tête n'est pas en UTF-8"};

}  // namespace crossfoot::profile::messages
