// The words of likely causes. {0}: what is printed; {1}: what would have to be; {2}: the figure's path; {3}, {4}: the other
// figure as printed, and its path.
#pragma once

#include "reports/messages.hpp"

namespace crossfoot::reports::words {

inline constexpr Template digit_replaced{"one digit for another: {0} for {1} (`{2}`)",
                                         "un chiffre pour un autre\u00A0: {0} pour {1} (`{2}`)"};
inline constexpr Template digit_omitted{"a digit omitted: {0} for {1} (`{2}`)", "un chiffre oublié\u00A0: {0} pour {1} (`{2}`)"};
inline constexpr Template digit_added{"a digit too many: {0} for {1} (`{2}`)", "un chiffre de trop\u00A0: {0} pour {1} (`{2}`)"};
inline constexpr Template digits_exchanged{"two digits exchanged: {0} for {1} (`{2}`)",
                                           "deux chiffres échangés\u00A0: {0} pour {1} (`{2}`)"};
inline constexpr Template sign{"the wrong sign: {0} for {1} (`{2}`)", "signe inversé\u00A0: {0} pour {1} (`{2}`)"};
inline constexpr Template power_of_ten{"the wrong order of magnitude: {0} for {1} (`{2}`)",
                                       "erreur d'ordre de grandeur\u00A0: {0} pour {1} (`{2}`)"};
inline constexpr Template percent_for_points{
    "percent and points confused: {0} (`{2}`) would be right the other way",
    "points et pour cent confondus\u00A0: {0} (`{2}`) serait juste dans l'autre sens"};
inline constexpr Template wrong_base{"divided by the new value instead of the old: that gives {0} (`{2}`)",
                                     "division par la nouvelle valeur au lieu de l'ancienne\u00A0: on trouve alors {0} (`{2}`)"};
inline constexpr Template figures_exchanged{"two figures exchanged: {0} (`{2}`) and {3} (`{4}`)",
                                            "deux nombres intervertis\u00A0: {0} (`{2}`) et {3} (`{4}`)"};
inline constexpr Template years_exchanged{"two years exchanged: {0} (`{2}`) and {3} (`{4}`)",
                                          "deux années interverties\u00A0: {0} (`{2}`) et {3} (`{4}`)"};
inline constexpr Template last_year{"the year before left in: {0} for {1} (`{2}`)",
                                    "nombre de l'année précédente resté en place\u00A0: {0} pour {1} (`{2}`)"};
inline constexpr Template part_left_out{"{0} (`{2}`) leaves out {3} (`{4}`)", "{0} (`{2}`) laisse de côté {3} (`{4}`)"};
inline constexpr Template part_twice{"{0} (`{2}`) counts {3} (`{4}`) twice", "{0} (`{2}`) compte deux fois {3} (`{4}`)"};
inline constexpr Template round_number{"{0} (`{2}`) may be a rounded number: rounded to its zeros, it would hold",
                                       "{0} (`{2}`) est peut-être un nombre rond\u00A0: arrondi à ses zéros, cela tiendrait"};
inline constexpr Template rounded_whole{
    "{0} (`{2}`) may be computed: rounded to its last digit, it would hold; a rule that divides as the report does takes it so",
    "{0} (`{2}`) est peut-être calculé\u00A0: arrondi à son dernier chiffre, cela tiendrait\u00A0; une règle qui divise comme le rapport l'admet"};
inline constexpr Template truncated_total{"{0} (`{2}`) would be the total truncated instead of rounded",
                                          "{0} (`{2}`) serait le total tronqué au lieu d'être arrondi"};
// The slips that a repair can name, by themselves.
inline constexpr Template slip_replaced{"one digit for another", "un chiffre pour un autre"};
inline constexpr Template slip_omitted{"a digit omitted", "un chiffre oublié"};
inline constexpr Template slip_added{"a digit too many", "un chiffre de trop"};
inline constexpr Template slip_exchanged{"two digits exchanged", "deux chiffres échangés"};
inline constexpr Template slip_sign{"the wrong sign", "signe inversé"};
inline constexpr Template slip_magnitude{"the wrong order of magnitude", "erreur d'ordre de grandeur"};
inline constexpr Template slip_figures{"the two exchanged", "les deux intervertis"};
inline constexpr Template slip_years{"the two years exchanged", "les deux années interverties"};
inline constexpr Template slip_last_year{"the year before left in", "resté de l'année précédente"};
inline constexpr Template slip_base{"divided by the new value", "divisé par la nouvelle valeur"};
inline constexpr Template slip_points{"percent and points confused", "points et pour cent confondus"};
inline constexpr Template slip_left_out{"a part left out", "une partie oubliée"};
inline constexpr Template slip_twice{"a part counted twice", "une partie comptée deux fois"};
inline constexpr Template slip_truncated{"truncated instead of rounded", "tronqué au lieu d'être arrondi"};
inline constexpr Counted clears{{"{0} finding explained", "{0} constat expliqué"},
                                {"{0} findings explained", "{0} constats expliqués"}};

}  // namespace crossfoot::reports::words
