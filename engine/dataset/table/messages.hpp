// What is said of tables beside the TOML, in both languages.
#pragma once

#include "engine/text/message.hpp"

namespace crossfoot::table::messages {

// The declaration (XF119)
inline constexpr Template no_source{"the table `{0}` has no `source`, the CSV file that holds its rows",
                                    "la table `{0}` n'a pas de `source`, le fichier CSV qui contient ses lignes"};
inline constexpr Template no_columns{"the table `{0}` has no `columns`, which say what stands in each column",
                                     "la table `{0}` n'a pas de `columns`, qui disent ce que contient chaque colonne"};
inline constexpr Template unknown_key{"`{0}` is no key of `[tables.{1}]`", "`{0}` n'est pas une clé de `[tables.{1}]`"};
inline constexpr Template known_keys{
    "its keys are `source`, `columns`, `separator`, `encoding`, `skip`, `header`, `footer`, `blank` and `optional`",
    "ses clés sont `source`, `columns`, `separator`, `encoding`, `skip`, `header`, `footer`, `blank` et `optional`"};
inline constexpr Template not_of_tables{"`{0}` says nothing of a table beside the TOML",
                                        "`{0}` ne dit rien d'une table à côté du TOML"};
inline constexpr Template columns_say{"what stands in a column is said in `columns`",
                                      "ce que contient une colonne se dit dans `columns`"};
inline constexpr Template an_encoding{"one of `\"utf-8\"`, `\"latin-1\"`, `\"windows-1252\"` and `\"utf-16\"`",
                                      "l'un de `\"utf-8\"`, `\"latin-1\"`, `\"windows-1252\"` et `\"utf-16\"`"};
inline constexpr Template a_count_of_lines{"how many lines, from 0 to {0}", "un nombre de lignes, de 0 à {0}"};
inline constexpr Template a_count_of_rows{"how many rows the header has, from 1 to {0}",
                                          "le nombre de lignes de l'en-tête, de 1 à {0}"};
inline constexpr Template a_footer{"how many lines stand below the last row (at most {0}), or how the first of them begins",
                                   "le nombre de lignes sous la dernière ligne (au plus {0}), ou le début de la première d'entre elles"};
inline constexpr Template a_truth{"`true` or `false`", "`true` ou `false`"};
inline constexpr Template some_names{"a list of columns that `columns` declares, such as `[\"added_later\"]`",
                                     "une liste de colonnes déclarées dans `columns`, par exemple `[\"ajoutee_plus_tard\"]`"};
inline constexpr Template optional_unknown{"the table `{1}` declares no column `{0}`", "la table `{1}` ne déclare pas de colonne `{0}`"};
inline constexpr Template no_footer{"no line of `{0}` below its header begins with `{1}`",
                                    "aucune ligne de `{0}` sous son en-tête ne commence par `{1}`"};
inline constexpr Template no_footer_anywhere{"no line of any file of `{0}` begins with `{1}`",
                                             "aucune ligne d'aucun fichier de `{0}` ne commence par `{1}`"};
inline constexpr Template short_footer{"`{0}` has {1} lines, not {2} below a header and a row",
                                       "`{0}` a {1} lignes, non {2} sous un en-tête et une ligne"};
inline constexpr Template short_footer_anywhere{"no file of `{0}` has {1} lines below its header",
                                                "aucun fichier de `{0}` n'a {1} lignes sous son en-tête"};
inline constexpr Template mixed_names{"the directory `{0}` holds files of both `.csv` and `.tsv`, and `separator` does not say what they have",
                                      "le répertoire `{0}` contient des fichiers `.csv` et `.tsv`, et `separator` ne dit pas ce qu'ils ont"};
inline constexpr Template a_source{"the path of a CSV file, or of a directory of CSV files",
                                   "le chemin d'un fichier CSV ou d'un répertoire de fichiers CSV"};
inline constexpr Template some_columns{
    "a table of columns, such as `{{ code = \"text\", population = \"count\" }}`",
    "une table de colonnes, par exemple `{{ code = \"text\", population = \"count\" }}`"};
inline constexpr Template a_separator{"one of `\",\"`, `\";\"`, `\"|\"` and `\"\\t\"`",
                                      "l'un de `\",\"`, `\";\"`, `\"|\"` et `\"\\t\"`"};
inline constexpr Template a_column{
    "`\"text\"`, `\"date\"`, `\"count\"`, `\"number\"`, `\"float\"`, a unit such as `\"k€\"`, or a printed precision such as "
    "`\"0.1 %\"`",
    "`\"text\"`, `\"date\"`, `\"count\"`, `\"number\"`, `\"float\"`, une unité comme `\"k€\"` ou une précision d'impression comme "
    "`\"0,1 %\"`"};
inline constexpr Template no_parts{
    "the directory `{0}` holds no CSV file (`.csv` or `.tsv`, alone or with `.gz` or `.zst`)",
    "le répertoire `{0}` ne contient aucun fichier CSV (`.csv` ou `.tsv`, seul ou avec `.gz` ou `.zst`)"};
inline constexpr Template no_directory{
    "a table in a file needs a dataset that is a file or directory, not standard input",
    "une table dans un fichier demande un jeu de données qui soit un fichier ou un répertoire, non l'entrée standard"};

// Rows (XF120) and the form of the file (XF121)
inline constexpr Template row_size{"the row has {0} fields; expected {1}, as in the header",
                                   "la ligne a {0} champs\u00A0; attendu\u00A0: {1}, comme dans l'en-tête"};
inline constexpr Template row_of_one{"the row has one field; expected {0}, as in the header",
                                     "la ligne a un seul champ\u00A0; attendu\u00A0: {0}, comme dans l'en-tête"};
inline constexpr Template place_in_row{"the place is byte {0} of the row", "la place est l'octet {0} de la ligne"};
inline constexpr Template quote_separators{
    "a field that holds a separator, a quote or a line end stands between quotes: `\"a, b\"`",
    "un champ qui contient un séparateur, un guillemet ou une fin de ligne se met entre guillemets\u00A0: `\"a, b\"`"};
inline constexpr Template unclosed_quote{"the quote that opens here is not closed before the end of the file",
                                         "le guillemet ouvert ici n'est pas fermé avant la fin du fichier"};
inline constexpr Template open_quote_too_long{"the quote that opens here is not closed within {0} bytes, the most that is read of a row",
                                              "le guillemet ouvert ici n'est pas fermé avant {0} octets, le maximum qui est lu d'une ligne"};
inline constexpr Template stray_quote{"a quote stands inside a field that does not begin with one",
                                      "un guillemet se trouve dans un champ qui ne commence pas par un guillemet"};
inline constexpr Template after_quote{"a quoted field goes on after its closing quote",
                                      "un champ entre guillemets continue après son guillemet fermant"};
inline constexpr Template double_quotes{
    "inside a quoted field a quote is written twice: `\"a \"\"b\"\"\"`",
    "dans un champ entre guillemets, un guillemet s'écrit deux fois\u00A0: `\"a \"\"b\"\"\"`"};
inline constexpr Template nul_byte{"a byte 0 stands here, which is no text",
                                   "un octet 0 se trouve ici, ce qui n'est pas du texte"};
inline constexpr Template packed_broken{"the {0} data are damaged", "les données {0} sont endommagées"};
inline constexpr Template packed_truncated{"the {0} data end in the middle; the file is not whole",
                                           "les données {0} s'arrêtent au milieu\u00A0; le fichier n'est pas entier"};
inline constexpr Template unreadable{"`{0}` cannot be read: {1}", "`{0}` est illisible\u00A0: {1}"};
inline constexpr Template deleted_meanwhile{"it was deleted during the run", "il a été supprimé pendant l'exécution"};
inline constexpr Template replaced_meanwhile{"another file took its place during the run",
                                             "un autre fichier a pris sa place pendant l'exécution"};
inline constexpr Template resized_meanwhile{"its size changed during the run, from {0} to {1} bytes",
                                            "sa taille a changé pendant l'exécution, de {0} à {1} octets"};
inline constexpr Template written_meanwhile{"it was written to during the run",
                                            "il a été modifié pendant l'exécution"};
inline constexpr Template other_bytes_meanwhile{"its bytes are no longer those that the run read before",
                                                "ses octets ne sont plus ceux que l'exécution a lus auparavant"};
inline constexpr Template row_too_long{"a row of `{0}` is longer than {1} bytes, the most that is read",
                                       "une ligne de `{0}` dépasse {1} octets, le maximum qui est lu"};
inline constexpr Template long_row{"the row is longer than {0} bytes, the most that is read",
                                   "la ligne dépasse {0} octets, le maximum qui est lu"};
inline constexpr Template long_cell{"the cell is longer than {0} bytes, the most that is read",
                                    "la cellule dépasse {0} octets, le maximum qui est lu"};
inline constexpr Template too_many_columns{"`{0}` has more than {1} columns, the most that is read",
                                           "`{0}` a plus de {1} colonnes, le maximum qui est lu"};
inline constexpr Template not_utf8{"this byte is not UTF-8", "cet octet n'est pas de l'UTF-8"};
inline constexpr Template not_decodable{"this byte is no character of {0}", "cet octet n'est pas un caractère de {0}"};
inline constexpr Template declare_encoding{
    "declare the encoding that the file has, such as `encoding = \"windows-1252\"`, or save it as UTF-8",
    "déclarez l'encodage du fichier, par exemple `encoding = \"windows-1252\"`, ou enregistrez-le en UTF-8"};
inline constexpr Template declare_utf16{"declare `encoding = \"utf-16\"`, or save the file as UTF-8",
                                        "déclarez `encoding = \"utf-16\"`, ou enregistrez le fichier en UTF-8"};
inline constexpr Template declare_windows{"in Windows-1252 it may be one: `encoding = \"windows-1252\"`",
                                          "en Windows-1252, c'en est peut-être un\u00A0: `encoding = \"windows-1252\"`"};
inline constexpr Template declare_other{"the file has another encoding than is declared, or is damaged",
                                        "le fichier a un autre encodage que celui déclaré, ou il est endommagé"};

// The header (XF122)
inline constexpr Template no_header{"`{0}` is empty; expected a header with the names of the columns",
                                    "`{0}` est vide\u00A0; il faut un en-tête avec les noms des colonnes"};
inline constexpr Template nothing_below_skip{"`{0}` has nothing below the {1} lines that `skip` leaves out; expected a header",
                                             "`{0}` n'a rien sous les {1} lignes que `skip` écarte\u00A0; il faut un en-tête"};
inline constexpr Template short_header{"`{0}` has fewer rows than the {1} of its header", "`{0}` a moins de lignes que les {1} de son en-tête"};
inline constexpr Template header_twice{"the header names the column `{0}` twice",
                                       "l'en-tête nomme deux fois la colonne `{0}`"};
inline constexpr Template no_such_column{"`{0}` has no column `{1}`, which the table declares",
                                         "`{0}` n'a pas de colonne `{1}`, que la table déclare"};
inline constexpr Template header_has{"the header has {0}", "l'en-tête a {0}"};

// Cells (XF123)
inline constexpr Template cell_misfit{"`{0}` does not fit the column `{1}`, declared `{2}`",
                                      "`{0}` ne convient pas à la colonne `{1}`, déclarée `{2}`"};
inline constexpr Template expected_figure{
    "expected a number, as digits with a point (`12.5`) or as the report prints it",
    "attendu\u00A0: un nombre, en chiffres avec un point (`12.5`) ou tel que le rapport l'imprime"};
inline constexpr Template expected_whole{"expected a whole number", "attendu\u00A0: un nombre entier"};
inline constexpr Template expected_unit{"its unit is another than the column's",
                                        "son unité n'est pas celle de la colonne"};
inline constexpr Template expected_date{"expected a date, such as `2013-12-31`",
                                        "attendu\u00A0: une date, par exemple `2013-12-31`"};
inline constexpr Template declare_date_order{
    "say under [report] in which order such dates are written: `dates = \"dmy\"` (day, month, year) or `dates = \"mdy\"`",
    "dites sous [report] dans quel ordre ces dates sont écrites\u00A0: `dates = \"dmy\"` (jour, mois, année) ou `dates = \"mdy\"`"};
inline constexpr Template declare_marker{
    "a marker of a missing or withheld value is declared in the manifest: `missing`, `suppressed`",
    "une marque de valeur manquante ou masquée se déclare dans le manifeste\u00A0: `missing`, `suppressed`"};
// Cells beside others of their column (XF108, XF124)
inline constexpr Template point_beside_comma{
    "`{0}` can be read in two ways: the column `{1}` is written with decimal commas, the point may group digits",
    "`{0}` peut se lire de deux façons\u00A0: la colonne `{1}` est écrite avec des virgules décimales, le point peut séparer les milliers"};
inline constexpr Template point_if_groups{"if it groups digits, write `{0}`", "si c'est un séparateur de milliers, écrire `{0}`"};
inline constexpr Template point_if_decimal{"if it begins the decimals, write `{0}`", "si c'est un signe décimal, écrire `{0}`"};
inline constexpr Template machine_print{
    "`{0}` in the column `{1}`, declared `{2}`, is a machine's print of a binary number, not a rounding of the author",
    "`{0}` dans la colonne `{1}`, déclarée `{2}`, est l'écriture d'un nombre binaire par une machine, non un arrondi de l'auteur"};
inline constexpr Template declare_float{"declare the column `\"float\"`", "déclarez la colonne `\"float\"`"};
inline constexpr Template declare_float_precision{"declare its precision: `{{ unit = …, precision = \"float\" }}`",
                                                  "déclarez sa précision\u00A0: `{{ unit = …, precision = \"float\" }}`"};
inline constexpr Template exponent{"exponents are a machine's print, and read in columns declared `\"float\"` only",
                                   "un exposant est une écriture de machine, lue seulement dans les colonnes déclarées `\"float\"`"};
inline constexpr Template more_machine_prints{"the table `{0}` has {1} more cells of 16 digits or more, which are not listed",
                                              "la table `{0}` a {1} autres cellules de 16 chiffres ou plus, qui ne sont pas listées"};
inline constexpr Template more_problems{
    "the table `{0}` has {1} more rows and cells with errors, which are not listed",
    "la table `{0}` a {1} autres lignes et cellules en erreur, qui ne sont pas listées"};

}  // namespace crossfoot::table::messages
