// The words of a table's profile, in both languages.
#pragma once

#include "reports/messages.hpp"

namespace crossfoot::reports::words {

inline constexpr Counted n_table_rows{{"{0} row", "{0} ligne"}, {"{0} rows", "{0} lignes"}};
inline constexpr Counted n_columns{{"{0} column", "{0} colonne"}, {"{0} columns", "{0} colonnes"}};
inline constexpr Counted n_parts{{"{0} file", "{0} fichier"}, {"{0} files", "{0} fichiers"}};
inline constexpr Template profile_separator{"separator `{0}`", "séparateur `{0}`"};
inline constexpr Template profile_french{"numbers written the French way", "nombres écrits à la française"};
inline constexpr Template profile_english{"numbers written the English way", "nombres écrits à l'anglaise"};

// Columns of the table of columns.
inline constexpr Template profile_column{"column", "colonne"};
inline constexpr Template profile_declared{"read as", "lue comme"};
inline constexpr Template profile_range{"from … to", "de … à"};
inline constexpr Template profile_distinct{"distinct", "distinctes"};
inline constexpr Template profile_without{"without value", "sans valeur"};
inline constexpr Template more_than_count{"more than {0}", "plus de {0}"};
inline constexpr Counted n_empty{{"{0} empty", "{0} vide"}, {"{0} empty", "{0} vides"}};
inline constexpr Template n_marked{"{0} `{1}`", "{0} `{1}`"};
inline constexpr Template n_withheld{"{0} `{1}` (withheld)", "{0} `{1}` (masqué)"};

inline constexpr Template profile_frequent{"Most frequent values", "Valeurs les plus fréquentes"};
inline constexpr Template value_count{"{0} ({1})", "{0} ({1})"};
inline constexpr Template profile_keys{"Keys", "Clés"};
inline constexpr Template profile_no_keys{"no column or pair of columns was found that tells the rows apart",
                                          "aucune colonne ni paire de colonnes trouvée qui distingue les lignes"};
inline constexpr Template profile_keys_bounded{
    "the table is too large to remember every row: only keys in ascending order are found",
    "la table est trop grande pour retenir chaque ligne : seules les clés en ordre croissant sont trouvées"};
inline constexpr Template profile_notes{"Guesses to look at", "Suppositions à vérifier"};
inline constexpr Template unit_from_name{"the unit of `{0}` is guessed from its name: {1}",
                                         "l'unité de `{0}` est supposée d'après son nom : {1}"};
inline constexpr Template unit_from_values{"the unit of `{0}` is guessed from its values, hundredths of a ratio: {1}",
                                           "l'unité de `{0}` est supposée d'après ses valeurs, centièmes d'un rapport : {1}"};
inline constexpr Template rounded_to{"every number of `{0}` is a multiple of {1}: taken for rounded",
                                     "chaque nombre de `{0}` est un multiple de {1} : tenu pour arrondi"};
inline constexpr Template header_of_numbers{"the first row is taken for the header, though it holds numbers alone",
    "la première ligne est prise pour l'en-tête, bien qu'elle ne contienne que des nombres"};
inline constexpr Template taken_for_flags{"letters behind numbers are taken for flags: {0}",
    "des lettres derrière des nombres sont prises pour des marques\u00A0: {0}"};
inline constexpr Template day_before_month{"in dates the day stands before the month", "dans les dates le jour est avant le mois"};
inline constexpr Template month_before_day{"in dates the month stands before the day", "dans les dates le mois est avant le jour"};
inline constexpr Template brackets_are_negative{"numbers in brackets are taken for negative ones",
    "les nombres entre parenthèses sont pris pour négatifs"};
inline constexpr Template taken_for_missing{"`{0}` in `{1}` is taken for a missing value", "`{0}` dans `{1}` est tenu pour une valeur manquante"};
inline constexpr Template column_is_empty{"`{0}` is empty", "`{0}` est vide"};
inline constexpr Counted n_unnamed{{"{0} column without name is not declared", "{0} colonne sans nom n'est pas déclarée"},
                                   {"{0} columns without name are not declared", "{0} colonnes sans nom ne sont pas déclarées"}};

inline constexpr Template encoding_guessed{"the encoding is guessed: {0}", "l'encodage est supposé\u00A0: {0}"};
inline constexpr Counted n_above{{"{0} line above the header is left out", "{0} ligne au-dessus de l'en-tête est écartée"},
                                 {"{0} lines above the header are left out", "{0} lignes au-dessus de l'en-tête sont écartées"}};
inline constexpr Template header_rows{"the header has {0} rows, whose names are joined", "l'en-tête a {0} lignes, dont les noms sont joints"};
inline constexpr Template left_out_below{"what stands below the last row is left out, from here on: `{0}`",
                                         "ce qui suit la dernière ligne est écarté, à partir de\u00A0: `{0}`"};
inline constexpr Template left_out_below_line{"what stands below the last row is left out, from line {1} on: `{0}`",
                                              "ce qui suit la dernière ligne est écarté, à partir de la ligne {1}\u00A0: `{0}`"};
inline constexpr Template empty_lines_left_out{"empty lines between rows are no rows", "les lignes vides entre les lignes n'en sont pas"};
inline constexpr Template in_some_parts{"`{0}` stands in {1}, not in {2}: declared optional",
                                        "`{0}` est dans {1}, non dans {2}\u00A0: déclarée facultative"};

// The parts to paste. They stand in comments.
inline constexpr Template paste_report{"for report.toml; [report] must say:", "pour report.toml ; [report] doit dire :"};
inline constexpr Template nearly_hold{"these hold on nearly all rows; the others may be mistakes of the table",
                                      "celles-ci tiennent sur presque toutes les lignes ; les autres sont peut-être des fautes de la table"};
inline constexpr Template nearly_count{"{0} of {1}: {2}", "{0} sur {1} : {2}"};
inline constexpr Template paste_rules{"for a rule file; each of these rules holds on all rows today",
                                      "pour un fichier de règles ; chacune de ces règles tient aujourd'hui sur toutes les lignes"};

}  // namespace crossfoot::reports::words
