// What the quantity room says of numerals that are errors in themselves.
#pragma once

#include "engine/text/message.hpp"

namespace crossfoot::quantity_messages {

inline constexpr Template kPoint{"point", "le point"};
inline constexpr Template kComma{"comma", "la virgule"};

// XF108
inline constexpr Template kAmbiguousSign{
    "`{0}` can be read in two ways: the {1} may group digits or begin the decimals",
    "`{0}` peut se lire de deux façons\u00A0: {1} peut séparer les milliers ou annoncer les décimales"};
inline constexpr Template kIfGroups{"if it groups digits, write `{0}`", "si c'est un séparateur de milliers, écrire `{0}`"};
inline constexpr Template kIfDecimal{"if it begins the decimals, write `{0}`", "si c'est un signe décimal, écrire `{0}`"};
inline constexpr Template kDirectionAndSign{
    "`{0}` can be read in two ways: its direction word says the opposite of its sign",
    "`{0}` peut se lire de deux façons\u00A0: son mot de sens dit le contraire de son signe"};
inline constexpr Template kBracketsAndSign{
    "`{0}` can be read in two ways: brackets make a number negative, and it has a sign as well",
    "`{0}` peut se lire de deux façons\u00A0: les parenthèses rendent négatif un nombre qui a déjà un signe"};
inline constexpr Template kIfNegative{"if it is negative, write `{0}`", "s'il est négatif, écrire `{0}`"};
inline constexpr Template kIfPositive{"if it is positive, write `{0}`", "s'il est positif, écrire `{0}`"};
inline constexpr Template kIfFall{"for a decrease, write `{0}`", "pour une baisse, écrire `{0}`"};
inline constexpr Template kIfRise{"for an increase, write `{0}`", "pour une hausse, écrire `{0}`"};
inline constexpr Template kRangeSigns{"write the direction word or the signs, not both",
                                      "écrire le mot de sens ou les signes, pas les deux"};

// XF109
inline constexpr Template kForeignSigns{"`{0}` cannot be read: numbers are written like `{1}` here",
                                        "`{0}` est illisible\u00A0: les nombres s'écrivent ici comme `{1}`"};
inline constexpr Template kWrite{"write `{0}`", "écrire `{0}`"};

// XF108 and XF109 of signs that are not declared
inline constexpr Template kDeclareSigns{
    "or say what the signs are: `numerals = {{ group = \".\", decimal = \",\" }}` in `[report]`, `_group` and `_decimal` in a part",
    "ou déclarer les signes\u00A0: `numerals = {{ group = \".\", decimal = \",\" }}` dans `[report]`, `_group` et `_decimal` dans une partie"};

// XF110
inline constexpr Template kTooManyDigits{"a number of {0} significant digits is too long: at most {1} are read",
                                         "un nombre de {0} chiffres significatifs est trop long\u00A0: {1} au plus sont lus"};

// XF112
inline constexpr Template kNoPrecision{"`{0}` is no precision", "`{0}` n'est pas une précision"};
inline constexpr Template kPrecisionForms{
    "write `exact`, `last-digit`, or the step that figures are rounded to, such as `{0}` or `{1}`",
    "écrire `exact`, `last-digit`, ou le pas auquel les chiffres sont arrondis, comme `{0}` ou `{1}`"};

}  // namespace crossfoot::quantity_messages
