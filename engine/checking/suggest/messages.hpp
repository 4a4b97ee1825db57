// The titles of suggested rules, in both languages.
#pragma once

#include "engine/text/message.hpp"

namespace crossfoot::suggest::messages {

inline constexpr Template present{"{0} is given in every row", "chaque ligne a une valeur pour {0}"};
inline constexpr Template unique{"no two rows have the same {0}", "deux lignes n'ont jamais la même valeur de {0}"};
inline constexpr Template unique_three{"no two rows have the same {0}, {1} and {2}", "deux lignes n'ont jamais les mêmes valeurs de {0}, {1} et {2}"};
inline constexpr Template unique_pair{"no two rows have the same {0} and {1}", "deux lignes n'ont jamais les mêmes valeurs de {0} et {1}"};
inline constexpr Template accepted{"{0} is one of the accepted values", "la valeur de {0} est admise"};
inline constexpr Template range{"{0} lies within its range", "la valeur de {0} reste dans son intervalle"};
inline constexpr Template sum{"{0} is the sum of its parts", "{0} est la somme de ses parties"};
inline constexpr Template hundred{"the shares make a hundred per cent", "les parts font cent pour cent"};
inline constexpr Template share{"{0} is the share of {1} in {2}", "{0} est la part de {1} dans {2}"};
inline constexpr Template ratio{"{0} is {1} divided by {2}", "{0} est {1} divisé par {2}"};
inline constexpr Template change{"{0} is the change from {1} to {2}", "{0} est l'évolution de {1} à {2}"};
inline constexpr Template yearly{"{0} is the change of {1} from the year before", "{0} est l'évolution de {1} depuis l'année précédente"};
inline constexpr Template refers{"every {0} stands in {1}", "chaque valeur de {0} figure dans {1}"};

}  // namespace crossfoot::suggest::messages
