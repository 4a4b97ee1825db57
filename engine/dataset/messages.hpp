// What the dataset room says, in both languages.
#pragma once

#include "engine/text/message.hpp"

namespace crossfoot::loading::messages {

// Files (XF101, XF102, XF104, XF114, XF115)
inline constexpr Template unreadable{"`{0}` cannot be read: {1}", "`{0}` est illisible\u00A0: {1}"};
inline constexpr Template no_such_file{"no such file or directory", "aucun fichier ni répertoire de ce nom"};
inline constexpr Template no_permission{"permission denied", "permission refusée"};
inline constexpr Template is_a_directory{"it is a directory", "c'est un répertoire"};
inline constexpr Template not_a_directory{
    "a part of the path is no directory",
    "une partie du chemin n'est pas un répertoire"};
inline constexpr Template link_cycle{
    "its symbolic links go round in a circle",
    "ses liens symboliques tournent en rond"};
inline constexpr Template is_a_pipe{"it is a named pipe, no regular file", "c'est un tube nommé, non un fichier ordinaire"};
inline constexpr Template is_a_socket{"it is a socket, no regular file", "c'est une socket, non un fichier ordinaire"};
inline constexpr Template is_a_device{"it is a device, no regular file", "c'est un périphérique, non un fichier ordinaire"};
inline constexpr Template not_regular{"it is no regular file", "ce n'est pas un fichier ordinaire"};
inline constexpr Template file_too_large{
    "`{0}` is larger than {1} bytes, the most that is read",
    "`{0}` dépasse {1} octets, le maximum qui est lu"};
inline constexpr Template directories_too_deep{
    "`{0}` stands more than {1} directories deep",
    "`{0}` se trouve à plus de {1} répertoires de profondeur"};
inline constexpr Template too_deep{
    "tables and arrays nest more than {0} deep here",
    "les tables et tableaux s'imbriquent ici sur plus de {0} niveaux"};
inline constexpr Template too_many_nodes{
    "the dataset has more than {0} values and tables",
    "le jeu de données a plus de {0} valeurs et tables"};
inline constexpr Template link_leaves{
    "the symbolic link `{0}` leads out of the dataset directory",
    "le lien symbolique `{0}` mène hors du répertoire des données"};
inline constexpr Template path_leaves{
    "`{0}` leads out of the dataset directory",
    "`{0}` mène hors du répertoire des données"};
inline constexpr Template keep_inside{
    "put the file into the dataset directory and write its path from there, without `..`",
    "placez le fichier dans le répertoire des données et écrivez son chemin à partir de là, sans `..`"};
inline constexpr Template not_utf8{"byte 0x{0} is not UTF-8", "l'octet 0x{0} n'est pas de l'UTF-8"};
inline constexpr Template utf16{"the file is UTF-16; expected UTF-8", "le fichier est en UTF-16\u00A0; il faut de l'UTF-8"};
inline constexpr Template convert_utf16{
    "save it as UTF-8: `iconv -f UTF-16 -t UTF-8`",
    "enregistrez-le en UTF-8\u00A0: `iconv -f UTF-16 -t UTF-8`"};
inline constexpr Template perhaps_latin1{
    "in Latin-1 it would be `{0}`; save the file as UTF-8: `iconv -f ISO-8859-1 -t UTF-8`",
    "en Latin-1, ce serait `{0}`\u00A0; enregistrez le fichier en UTF-8\u00A0: `iconv -f ISO-8859-1 -t UTF-8`"};
inline constexpr Template convert_utf8{"save the file as UTF-8", "enregistrez le fichier en UTF-8"};
inline constexpr Template no_report_file{"`{0}` has no `report.toml`", "`{0}` n'a pas de `report.toml`"};
inline constexpr Template write_report_file{
    "a dataset directory has a `report.toml` with at least a `[report]` table",
    "un répertoire de données contient un `report.toml` avec au moins une table `[report]`"};
inline constexpr Template no_report_table{"`{0}` has no `[report]` table", "`{0}` n'a pas de table `[report]`"};
inline constexpr Template empty_manifest{
    "`{0}` is empty; expected a `[report]` table",
    "`{0}` est vide\u00A0; il faut une table `[report]`"};
inline constexpr Template write_report_table{
    "begin with a manifest, such as `[report]` and below it `id = \"my-report\"` and `language = \"en\"`",
    "commencez par un manifeste, par exemple `[report]` puis `id = \"mon-rapport\"` et `language = \"fr\"`"};

// Broken TOML (XF103) and keys given twice (XF105)
inline constexpr Template broken_toml{"the TOML is broken: {0}", "le TOML est mal formé\u00A0: {0}"};
inline constexpr Template end_of_file{"the end of the file", "la fin du fichier"};
inline constexpr Template end_of_line{"the end of the line", "la fin de la ligne"};
inline constexpr Template the_character{"`{0}`", "`{0}`"};
inline constexpr Template a_space{"the space U+{0}", "l'espace U+{0}"};
inline constexpr Template a_control_character{"control character {0}", "le caractère de commande {0}"};
inline constexpr Template expected_equals{
    "found {0}; expected `=` after the key",
    "trouvé\u00A0: {0}\u00A0; attendu\u00A0: `=` après la clé"};
inline constexpr Template unexpected_end{
    "found {0} in the middle of a key or value",
    "trouvé\u00A0: {0} au milieu d'une clé ou d'une valeur"};
inline constexpr Template expected_value{"found {0}; expected a value", "trouvé\u00A0: {0}\u00A0; attendu\u00A0: une valeur"};
inline constexpr Template expected_line_end{
    "found {0} after the value; expected the end of the line",
    "trouvé\u00A0: {0} après la valeur\u00A0; attendu\u00A0: la fin de la ligne"};
inline constexpr Template expected_comma_or_bracket{
    "found {0}; expected `,` or `]`",
    "trouvé\u00A0: {0}\u00A0; attendu\u00A0: `,` ou `]`"};
inline constexpr Template expected_comma_or_brace{
    "found {0}; expected `,` or `}}`",
    "trouvé\u00A0: {0}\u00A0; attendu\u00A0: `,` ou `}}`"};
inline constexpr Template expected_key_or_brace{
    "found {0}; expected a key or `}}`",
    "trouvé\u00A0: {0}\u00A0; attendu\u00A0: une clé ou `}}`"};
inline constexpr Template expected_bracket{
    "found {0}; expected `]` after the name of the table",
    "trouvé\u00A0: {0}\u00A0; attendu\u00A0: `]` après le nom de la table"};
inline constexpr Template expected_statement{
    "found {0}; expected a key, a `[table]` or a comment",
    "trouvé\u00A0: {0}\u00A0; attendu\u00A0: une clé, une `[table]` ou un commentaire"};
inline constexpr Template expected_key{"found {0}; expected a key", "trouvé\u00A0: {0}\u00A0; attendu\u00A0: une clé"};
inline constexpr Template string_not_ended{
    "found {0} in a string that is not ended",
    "trouvé\u00A0: {0} dans une chaîne qui n'est pas terminée"};
inline constexpr Template control_character{
    "found {0}, which cannot stand here",
    "trouvé\u00A0: {0}, ce qui ne peut se mettre ici"};
inline constexpr Template no_such_date{"this is no date or time of the calendar", "cette date ou heure n'existe pas"};
inline constexpr Template unknown_escape{
    "found {0} after `\\`, which is no escape of TOML",
    "trouvé\u00A0: {0} après `\\`, ce qui n'est pas un échappement du TOML"};
inline constexpr Template leading_zeroes{
    "found {0}; a TOML number has no leading zeros",
    "trouvé\u00A0: {0}\u00A0; un nombre TOML n'a pas de zéros en tête"};
inline constexpr Template underscores{
    "found {0}; `_` stands only between two digits",
    "trouvé\u00A0: {0}\u00A0; `_` ne se met qu'entre deux chiffres"};
inline constexpr Template expected_digit{"found {0}; expected a digit", "trouvé\u00A0: {0}\u00A0; attendu\u00A0: un chiffre"};
inline constexpr Template expected_hexadecimal{
    "found {0}; expected a hexadecimal digit",
    "trouvé\u00A0: {0}\u00A0; attendu\u00A0: un chiffre hexadécimal"};
inline constexpr Template expected_plain_space{
    "found {0}; expected a plain space between words of TOML",
    "trouvé\u00A0: {0}\u00A0; attendu\u00A0: une espace ordinaire entre les mots du TOML"};
inline constexpr Template closed_inline_table{
    "`{0}` would add to an inline table `{{ }}`, which is closed",
    "`{0}` ajouterait à une table en ligne `{{ }}`, qui est close"};
inline constexpr Template quote_key{
    "a key with other characters than `A-Z a-z 0-9 _ -` stands between quotes: `\"{0}\"`",
    "une clé qui a d'autres caractères que `A-Z a-z 0-9 _ -` se met entre guillemets\u00A0: `\"{0}\"`"};
inline constexpr Template quote_figure{
    "a figure as it is printed stands between quotes: `\"{0}\"`",
    "un chiffre tel qu'il est imprimé se met entre guillemets\u00A0: `\"{0}\"`"};
inline constexpr Template quote_text{"text stands between quotes", "un texte se met entre guillemets"};
inline constexpr Template straight_quotes{"TOML takes straight quotes: `\"`", "le TOML prend des guillemets droits\u00A0: `\"`"};
inline constexpr Template inline_on_one_line{
    "an inline table stands on one line and has no comma after its last value; a longer one is written as a "
    "`[table]`",
    "une table en ligne tient sur une ligne, sans virgule après sa dernière valeur\u00A0; une plus longue s'écrit "
    "comme une `[table]`"};
inline constexpr Template defined_twice{"`{0}` is defined twice", "`{0}` est défini deux fois"};
inline constexpr Template defined_twice_somewhere{"a key is defined twice", "une clé est définie deux fois"};
inline constexpr Template first_here{"first defined here", "défini d'abord ici"};

// What was found and what was expected
inline constexpr Template misfit{"`{0}` is {1}; expected {2}", "`{0}` est {1}\u00A0; attendu\u00A0: {2}"};
inline constexpr Template quoted{"`{0}`", "`{0}`"};
inline constexpr Template a_table{"a table", "une table"};
inline constexpr Template an_array{"an array", "un tableau"};
inline constexpr Template an_array_of_tables{"an array of tables", "un tableau de tables"};
inline constexpr Template a_long_string{"a long text", "un long texte"};
inline constexpr Template a_string{"a string", "une chaîne"};
inline constexpr Template a_nonempty_string{"a string that is not empty", "une chaîne non vide"};
inline constexpr Template a_truth{"`true` or `false`", "`true` ou `false`"};
inline constexpr Template a_language{"`\"en\"` or `\"fr\"`", "`\"en\"` ou `\"fr\"`"};
inline constexpr Template a_rounding{
    "`\"nearest\"`, `\"half-up\"`, `\"half-even\"` or `\"truncated\"`",
    "`\"nearest\"`, `\"half-up\"`, `\"half-even\"` ou `\"truncated\"`"};
inline constexpr Template flag_list{"an array of letters such as `[\"p\", \"e\"]`", "un tableau de lettres comme `[\"p\", \"e\"]`"};
inline constexpr Template no_flag{"`{0}` is no flag: flags are one to four letters without accents",
                                  "`{0}` n'est pas un repère\u00A0: un repère a une à quatre lettres sans accent"};
inline constexpr Template a_manner_of_brackets{"`\"negative\"`", "`\"negative\"`"};
inline constexpr Template a_date_order{"`\"dmy\"` or `\"mdy\"`, the order of dates such as `31/12/2013`",
                                       "`\"dmy\"` ou `\"mdy\"`, l'ordre des dates comme `31/12/2013`"};
inline constexpr Template numerals_table{"a table such as `{{ group = \".\", decimal = \",\" }}`",
                                         "une table comme `{{ group = \".\", decimal = \",\" }}`"};
inline constexpr Template a_group_sign{"`\".\"`, `\",\"`, an apostrophe or a space", "`\".\"`, `\",\"`, une apostrophe ou une espace"};
inline constexpr Template a_decimal_sign{"`\".\"`, `\",\"` or an apostrophe", "`\".\"`, `\",\"` ou une apostrophe"};
inline constexpr Template another_sign{"another sign: this one would group digits and begin the decimals",
                                       "un autre signe, car celui-ci séparerait les milliers et annoncerait les décimales"};
inline constexpr Template did_you_mean{"did you mean `{0}`?", "vouliez-vous dire `{0}`\u00A0?"};

// The manifest (XF106, XF107)
inline constexpr Template unknown_key{"`{0}` is no key of `{1}`", "`{0}` n'est pas une clé de `{1}`"};
inline constexpr Template known_keys{"its keys are {0}", "ses clés sont {0}"};
inline constexpr Template report_table{"a table `[report]`", "une table `[report]`"};
inline constexpr Template units_table{"a table `[units]`", "une table `[units]`"};
inline constexpr Template tables_table{"tables such as `[tables.communes]`", "des tables comme `[tables.communes]`"};
inline constexpr Template paths{
    "an array of paths, such as `[\"rules\"]`",
    "un tableau de chemins, par exemple `[\"rules\"]`"};
inline constexpr Template empty_path{"a path of `rules` is empty", "un chemin de `rules` est vide"};
inline constexpr Template periods{
    "an array of whole numbers, such as `[2012, 2013]`",
    "un tableau de nombres entiers, par exemple `[2012, 2013]`"};
inline constexpr Template marker_list{
    "an array of strings, such as `[\"\", \"n.d.\"]`",
    "un tableau de chaînes, par exemple `[\"\", \"n.d.\"]`"};
inline constexpr Template suppressed_table{
    "a table, such as `{{ \"c\" = \">= 0\" }}`",
    "une table, par exemple `{{ \"c\" = \">= 0\" }}`"};
inline constexpr Template an_interval{
    "where the withheld value lies: `>= 0`, `> 0`, `<= 5`, `< 5`, `0..5` or `0..<5`, the smaller number first",
    "où se trouve la valeur masquée\u00A0: `>= 0`, `> 0`, `<= 5`, `< 5`, `0..5` ou `0..<5`, le plus petit nombre "
    "d'abord"};
inline constexpr Template qualifier_table{
    "a table, such as `{{ about = \"10 %\" }}`",
    "une table, par exemple `{{ environ = \"10 %\" }}`"};
inline constexpr Template unknown_qualifier{
    "`{0}` is no qualifier with a width",
    "`{0}` n'est pas un qualificatif qui a une largeur"};
inline constexpr Template a_width{
    "a percentage between 0 and 100, such as `\"10 %\"`",
    "un pourcentage entre 0 et 100, par exemple `\"10 %\"`"};

// Waivers (XF106, XF107)
inline constexpr Template waiver_tables{
    "tables with the header `[[waiver]]`",
    "des tables sous l'en-tête `[[waiver]]`"};
inline constexpr Template waiver_lacks{"this waiver has no `{0}`", "cette dérogation n'a pas de `{0}`"};
inline constexpr Template not_a_waiver{"`{0}` stands in a file of waivers", "`{0}` se trouve dans un fichier de dérogations"};
inline constexpr Template only_waivers{"such a file holds `[[waiver]]` alone: put the rest elsewhere",
                                       "un tel fichier ne contient que des `[[waiver]]`\u00A0: mettre le reste ailleurs"};
inline constexpr Template binding_table{
    "a table of names and what they are bound to, such as `{{ y = 2013 }}`",
    "une table de noms et de ce à quoi ils sont liés, par exemple `{{ y = 2013 }}`"};
inline constexpr Template a_binding{"a string or a whole number", "une chaîne ou un nombre entier"};
inline constexpr Template a_date{"a date, such as `2014-12-31`", "une date, par exemple `2014-12-31`"};

// Units (XF111)
inline constexpr Template unit_name{
    "a unit has a name that does not begin with a digit or a space",
    "une unité a un nom qui ne commence ni par un chiffre ni par une espace"};
inline constexpr Template unit_declaration{
    "`{{}}` for a count, `{{ label = true }}` for a noun that is dropped, or `{{ is = \"1 000 kg\" }}` for a "
    "multiple",
    "`{{}}` pour un compte, `{{ label = true }}` pour un nom qui est ignoré, ou `{{ is = \"1 000 kg\" }}` pour "
    "un multiple"};
inline constexpr Template unknown_unit_key{
    "`{0}` says nothing about the unit `{1}`; expected `label` or `is`",
    "`{0}` ne dit rien de l'unité `{1}`\u00A0; attendu\u00A0: `label` ou `is`"};
inline constexpr Template label_with_digit{
    "the name `{0}` of a unit with `label = true` holds a digit: dropped, it would take a part of the number before it",
    "le nom `{0}` d'une unité à `label = true` contient un chiffre\u00A0: ignoré, il prendrait une partie du nombre qui précède"};
inline constexpr Template label_and_multiple{
    "`{0}` is declared both as a label and as a multiple",
    "`{0}` est déclaré à la fois comme nom ignoré et comme multiple"};
inline constexpr Template unit_clash{
    "`{0}` is already a unit with another meaning",
    "`{0}` est déjà une unité, avec un autre sens"};
inline constexpr Template unit_cycle{
    "the units are multiples of each other: {0}",
    "les unités sont multiples l'une de l'autre\u00A0: {0}"};
inline constexpr Template a_multiple{
    "a positive number with a known unit, such as `\"1 000 kg\"`",
    "un nombre positif avec une unité connue, par exemple `\"1 000 kg\"`"};

// Descriptions and declarations (XF112), details (XF113), rows (XF116)
inline constexpr Template a_unit{
    "a unit in a string, such as `\"k€\"`",
    "une unité dans une chaîne, par exemple `\"k€\"`"};
inline constexpr Template unknown_unit{
    "`{0}` is `\"{1}\"`, which is no known unit",
    "`{0}` est `\"{1}\"`, qui n'est pas une unité connue"};
inline constexpr Template declare_unit{
    "a noun that counts is declared in the manifest: `[units]`, then `\"{0}\" = {{}}`",
    "un nom qui compte se déclare dans le manifeste\u00A0: `[units]`, puis `\"{0}\" = {{}}`"};
inline constexpr Template a_precision{
    "`\"exact\"`, `\"last-digit\"` or a positive step, such as `\"1 000\"` or `\"0,1 %\"`",
    "`\"exact\"`, `\"last-digit\"` ou un pas positif, par exemple `\"1 000\"` ou `\"0,1 %\"`"};
inline constexpr Template column_names{
    "an array of names, such as `[\"a\", \"b\"]`",
    "un tableau de noms, par exemple `[\"a\", \"b\"]`"};
inline constexpr Template a_column_name{
    "names that are not empty and do not begin with `_`",
    "des noms non vides qui ne commencent pas par `_`"};
inline constexpr Template column_twice{"the column `{0}` is named twice", "la colonne `{0}` est nommée deux fois"};
inline constexpr Template a_positive_number{"a positive number", "un nombre positif"};
inline constexpr Template a_line{"a line of the draft, from 1", "une ligne du texte, à partir de 1"};
inline constexpr Template two_lines{
    "the first and the last line in the draft, such as `[46, 57]`",
    "la première et la dernière ligne du texte, par exemple `[46, 57]`"};
inline constexpr Template unknown_detail{
    "`{0}` stands beside `value`, where it means nothing",
    "`{0}` est à côté de `value`, où cela ne veut rien dire"};
inline constexpr Template detail_keys{
    "a figure with details has `value`, `printed`, `unit`, `precision`, `rounding`, `language`, `group`, `decimal` and keys that "
    "begin with `_`",
    "un chiffre détaillé a `value`, `printed`, `unit`, `precision`, `rounding`, `language`, `group`, `decimal` et des clés qui "
    "commencent par `_`"};
inline constexpr Template one_value{
    "one string, number, date or truth: a table with a key `value` is a figure with details",
    "une seule chaîne, un nombre, une date ou un booléen\u00A0: une table qui a une clé `value` est un chiffre "
    "détaillé"};
inline constexpr Template row_size{
    "the number of values in this row is {0}; expected {1}, one for each column",
    "le nombre de valeurs de cette ligne est {0}\u00A0; attendu\u00A0: {1}, une par colonne"};
inline constexpr Template mixed_row{
    "this array mixes values with arrays or tables; expected the values of one row, or rows only",
    "ce tableau mêle des valeurs à des tableaux ou des tables\u00A0; attendu\u00A0: les valeurs d'une ligne, ou des "
    "lignes seulement"};
inline constexpr Template columns_here{"the columns are declared here", "les colonnes sont déclarées ici"};

// Numbers and dates (XF109, XF110, XF118)
inline constexpr Template has_exponent{"`{0}` is written with an exponent", "`{0}` est écrit avec un exposant"};
inline constexpr Template not_finite{"`{0}` is no number of a report", "`{0}` n'est pas un nombre de rapport"};
inline constexpr Template write_digits{
    "write all digits, as they are printed",
    "écrivez tous les chiffres, tels qu'ils sont imprimés"};
inline constexpr Template leave_missing{
    "a missing figure is written `\"\"` or `\"n.d.\"`",
    "un chiffre manquant s'écrit `\"\"` ou `\"n.d.\"`"};
inline constexpr Template unreadable_number{"`{0}` cannot be read as a number", "`{0}` ne se lit pas comme un nombre"};
inline constexpr Template too_many_digits{
    "the number has {0} digits; the most is 34",
    "le nombre a {0} chiffres\u00A0; le maximum est 34"};
inline constexpr Template beyond_64_bits{
    "`{0}` is beyond the whole numbers of TOML",
    "`{0}` dépasse les nombres entiers du TOML"};
inline constexpr Template no_such_day{"there is no day `{0}`", "le jour `{0}` n'existe pas"};
inline constexpr Template time_of_day{
    "`{0}` is a time of day, which is neither a figure nor a date",
    "`{0}` est une heure, qui n'est ni un chiffre ni une date"};

}  // namespace crossfoot::loading::messages
