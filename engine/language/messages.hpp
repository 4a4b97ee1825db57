// The wording of everything that can be wrong with the form of a rule file. What was expected and what was found
// are messages of their own, put into `expected`.
#pragma once

#include "engine/text/message.hpp"

namespace crossfoot::syntax::messages {

// --- frames ---
inline constexpr Template expected{"expected {0}, found {1}", "on attend {0}, mais on trouve {1}"};
inline constexpr Template expected_at{"{0} is expected here", "on attend ici {0}"};
inline constexpr Template write{"write `{0}`", "écrire `{0}`"};
inline constexpr Template nearest{"did you mean `{0}`?", "vouliez-vous dire `{0}`\u00A0?"};
inline constexpr Template code{"`{0}`", "`{0}`"};

// --- what is found ---
inline constexpr Template found_end{"the end of the file", "la fin du fichier"};
inline constexpr Template found_end_of_hole{"the end of the braces", "la fin des accolades"};
inline constexpr Template found_text{"the text {0}", "le texte {0}"};
inline constexpr Template found_number{"the number `{0}`", "le nombre `{0}`"};
inline constexpr Template found_date{"the date `{0}`", "la date `{0}`"};

// --- characters, texts, numbers ---
inline constexpr Template not_utf8{"byte {0} of the file is not UTF-8", "l'octet {0} du fichier n'est pas de l'UTF-8"};
inline constexpr Template save_as_utf8{"save the file as UTF-8", "enregistrer le fichier en UTF-8"};
inline constexpr Template too_large{"the rule file has {0} bytes, more than the {1} that are read",
                                    "le fichier de règles a {0} octets, plus que les {1} que l'on lit"};
inline constexpr Template text_not_ended{"the text is not ended", "le texte n'est pas terminé"};
inline constexpr Template text_ends_on_line{"end it with `\"` on the same line; `\\n` stands for a line end",
                                            "le terminer par `\"` sur la même ligne\u00A0; `\\n` vaut une fin de ligne"};
inline constexpr Template regex_not_ended{"the regular expression is not ended", "l'expression rationnelle n'est pas terminée"};
inline constexpr Template regex_ends_on_line{"end it with `/` on the same line; a slash inside is written `\\/`",
                                             "la terminer par `/` sur la même ligne\u00A0; une barre à l'intérieur s'écrit `\\/`"};
inline constexpr Template unknown_escape{"`{0}` is no escape of a text", "`{0}` n'est pas un échappement de texte"};
inline constexpr Template known_escapes{
    "the escapes are `\\b` `\\t` `\\n` `\\f` `\\r` `\\\"` `\\\\` `\\uXXXX` `\\UXXXXXXXX`; a backslash is written `\\\\`",
    "les échappements sont `\\b` `\\t` `\\n` `\\f` `\\r` `\\\"` `\\\\` `\\uXXXX` `\\UXXXXXXXX`\u00A0; une barre oblique inverse s'écrit `\\\\`"};
inline constexpr Template no_such_day{"there is no day `{0}`", "le jour `{0}` n'existe pas"};
inline constexpr Template malformed_number{"`{0}` is not how a number is written in a rule",
                                           "`{0}` n'est pas l'écriture d'un nombre dans une règle"};
inline constexpr Template number_form{"a number is written `12`, `2_000_000` or `0.5`", "un nombre s'écrit `12`, `2_000_000` ou `0.5`"};
inline constexpr Template too_many_digits{"the number has {0} significant digits, more than {1}",
                                          "le nombre a {0} chiffres significatifs, plus de {1}"};
inline constexpr Template number_too_long{"the number is written with {0} characters, more than {1}",
                                         "le nombre est écrit en {0} caractères, plus de {1}"};
inline constexpr Template comma_decimal{"the number `{0}` is written with a comma", "le nombre `{0}` est écrit avec une virgule"};
inline constexpr Template comma_help{"in rules the decimal sign is a point, in every language: write `{0}`",
                                     "dans les règles le signe décimal est le point, en toute langue\u00A0: écrire `{0}`"};
inline constexpr Template group_digits{"digits are grouped with `_`: write `{0}`", "les chiffres se groupent par `_`\u00A0: écrire `{0}`"};
inline constexpr Template id_with_underscore{"the id `{0}` holds a `_`; ids are made of letters, digits and `-`",
                                             "l'identifiant `{0}` contient un `_`\u00A0; un identifiant est fait de lettres, de chiffres et de `-`"};

// --- brackets, nesting ---
inline constexpr Template not_closed{"`{0}` is not closed", "`{0}` n'est pas fermé"};
inline constexpr Template group_not_closed{"the group `{0}` is not closed", "le groupe `{0}` n'est pas fermé"};
inline constexpr Template not_opened{"`{0}` closes nothing", "`{0}` ne ferme rien"};
inline constexpr Template mismatch{"`{0}` does not close `{1}`", "`{0}` ne ferme pas `{1}`"};
inline constexpr Template opened_here{"opened here, closed by `{0}`", "ouvert ici, se ferme par `{0}`"};
inline constexpr Template closed_by_here{"`{0}` is expected before this", "`{0}` est attendu avant ceci"};
inline constexpr Template too_deep{"the nesting is deeper than {0}", "l'imbrication dépasse {0} niveaux"};
inline constexpr Template tree_too_deep{"more than {0} operators or steps follow one another",
                                        "plus de {0} opérateurs ou pas se suivent"};
inline constexpr Template name_parts{"give parts of it names with `let` or `define`, or use `sum`",
                                     "nommer des parties par `let` ou `define`, ou employer `sum`"};

// --- words ---
inline constexpr Template reserved{"`{0}` is a reserved word, no name", "`{0}` est un mot réservé et ne peut être un nom"};
inline constexpr Template reserved_key{"as a key it stands after a point: `root.{0}`", "comme clé il se met après un point\u00A0: `root.{0}`"};
inline constexpr Template reserved_choose{"choose another name; only keys after a point may be reserved words",
                                          "choisir un autre nom\u00A0; seules les clés après un point peuvent être des mots réservés"};
inline constexpr Template foreign_operator{"the language's own sign is `{0}`", "le signe de ce langage est `{0}`"};
inline constexpr Template foreign_word{"the language's own word is `{0}`", "le mot de ce langage est `{0}`"};
inline constexpr Template quotes{"texts stand between `\"` and `\"`", "les textes se mettent entre `\"` et `\"`"};
inline constexpr Template use_at_top{"`use` stands at the top level of a file, not inside a group",
                                     "`use` se met au premier niveau du fichier, pas dans un groupe"};
inline constexpr Template twice{"the rule has a second {0}", "la règle a deux fois {0}"};
inline constexpr Template first_one{"the first one is here", "la première fois est ici"};
inline constexpr Template attribute_severity{"severity", "une gravité"};
inline constexpr Template attribute_tags{"list of tags", "une liste d'étiquettes"};
inline constexpr Template attribute_note{"note", "une note"};
inline constexpr Template attribute_title{"title", "un titre"};
inline constexpr Template unequal_chain{"`!=` compares two sides only", "`!=` ne compare que deux côtés"};
inline constexpr Template unequal_chain_help{"join two comparisons with `and`", "joindre deux comparaisons par `and`"};
inline constexpr Template unequal_within{"`!=` takes no `within`", "`!=` ne prend pas de `within`"};
inline constexpr Template unequal_within_help{"what is farther than that: `not (a = b within …)`",
                                              "ce qui est plus loin\u00A0: `not (a = b within …)`"};
inline constexpr Template within_needs_relation{"`within` follows a comparison: `a = b within 5`",
                                                "`within` suit une comparaison\u00A0: `a = b within 5`"};
inline constexpr Template one_minus{"one `-` is enough; a second one needs parentheses", "un seul `-` suffit\u00A0; un second veut des parenthèses"};
inline constexpr Template needs_parentheses{"inside an operation `{0}` stands in parentheses",
                                            "dans une opération, `{0}` se met entre parenthèses"};
inline constexpr Template insert{"`{0}` is missing here", "`{0}` manque ici"};
inline constexpr Template no_semicolon{"only `let` ends with `;`", "seul `let` se termine par `;`"};
inline constexpr Template expected_close_arguments{"`,` or `)`", "`,` ou `)`"};
inline constexpr Template bound_name{"before `:` stands a name (`by: field`) or `name in …`",
                                     "avant `:` se met un nom (`by: champ`) ou `nom in …`"};
inline constexpr Template brace_in_title{"a brace in a title is written twice: `{0}`", "une accolade dans un titre s'écrit deux fois\u00A0: `{0}`"};
inline constexpr Template hole_not_closed{"expected `{0}` after the path in the title", "on attend `{0}` après le chemin dans le titre"};

// --- files ---
inline constexpr Template cannot_read{"the rule file `{0}` cannot be read: {1}", "le fichier de règles `{0}` est illisible\u00A0: {1}"};
inline constexpr Template missing_file{"there is no such file", "il n'existe pas"};
inline constexpr Template not_a_file{"it is not a file", "ce n'est pas un fichier"};
inline constexpr Template no_rule_file{"it is no rule file: its name does not end in `.xf`",
                                       "ce n'est pas un fichier de règles\u00A0: son nom ne finit pas par `.xf`"};
inline constexpr Template outside{"`{0}` stands outside the places from which rules are read",
                                  "`{0}` se trouve hors des endroits d'où les règles sont lues"};
inline constexpr Template allowed_places{
    "these are the dataset's folder, the Git work tree that it stands in, the current directory, and what `--rules` and "
    "`--allow-path` name; symbolic links are followed",
    "ce sont le dossier des données, l'arbre Git où il se trouve, le répertoire courant, et ce que nomment `--rules` et "
    "`--allow-path`\u00A0; les liens symboliques sont suivis"};
inline constexpr Template asked_here{"asked for here", "demandé ici"};
inline constexpr Template absolute_use{"the path of `use` is absolute: `{0}`", "le chemin de `use` est absolu\u00A0: `{0}`"};
inline constexpr Template empty_use{"the path of `use` is empty", "le chemin de `use` est vide"};
inline constexpr Template backslash_use{"the path of `use` holds a backslash: `{0}`", "le chemin de `use` contient une barre inverse\u00A0: `{0}`"};
inline constexpr Template relative_use{"write it relative to this file, with `/` between the parts",
                                       "l'écrire par rapport à ce fichier, avec `/` entre les parties"};
inline constexpr Template cycle{"the files use each other in a cycle: {0}", "les fichiers s'utilisent en cercle\u00A0: {0}"};
inline constexpr Template cycle_step{"used from here", "utilisé d'ici"};

}  // namespace crossfoot::syntax::messages
