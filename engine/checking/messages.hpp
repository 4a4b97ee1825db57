// What the checking room says, in both languages.
#pragma once

#include "engine/text/message.hpp"

namespace crossfoot::say {

// names
inline constexpr Template unknown_name{"there is no `{0}` here", "il n'y a pas de `{0}` ici"};
inline constexpr Template did_you_mean{"did you mean {0}?", "vouliez-vous dire {0}\u00A0?"};
inline constexpr Template unknown_function{"there is no function `{0}`", "il n'y a pas de fonction `{0}`"};
inline constexpr Template not_called{"`{0}` is a function: write `{1}`", "`{0}` est une fonction\u00A0: écrivez `{1}`"};
inline constexpr Template no_such_key{"`{0}` has no key `{1}`", "`{0}` n'a pas de clé `{1}`"};
inline constexpr Template no_such_element{"`{0}` has {1} elements, counted from 0",
                                          "`{0}` a {1} éléments, comptés depuis 0"};
inline constexpr Template figure_has_no_keys{"`{0}` is {1}: no path goes on from it",
                                             "`{0}` est {1}\u00A0: aucun chemin ne continue de là"};
inline constexpr Template array_needs_rows{"`{0}` is a list of rows: write `[*]` for all of them, `[0]` for the first, or a filter",
                                           "`{0}` est une liste de lignes\u00A0: écrivez `[*]` pour toutes, `[0]` pour la première, ou un filtre"};
inline constexpr Template its_keys{"its keys: {0}", "ses clés\u00A0: {0}"};
inline constexpr Template local_and_field{"`{0}` is both a local of the rule and a field of the rows",
                                          "`{0}` est à la fois un local de la règle et un champ des lignes"};
inline constexpr Template write_field{"write `it.{0}` for the field; rename the local to use it here",
                                      "écrivez `it.{0}` pour le champ\u00A0; renommez le local pour l'utiliser ici"};
inline constexpr Template define_and_key{"`{0}` is both a definition and a key of the dataset",
                                         "`{0}` est à la fois une définition et une clé du jeu de données"};
inline constexpr Template write_key{"write `root.{0}` for a root key; rename the definition to use the key's name alone",
                                    "écrivez `root.{0}` pour une clé de la racine\u00A0; renommez la définition pour employer la clé seule"};
inline constexpr Template defined_here{"defined here", "définie ici"};
inline constexpr Template used_here{"in this use of `{0}`", "dans cet emploi de `{0}`"};
inline constexpr Template local_here{"the local is named here", "le local est nommé ici"};
inline constexpr Template it_outside{"`it` is the row of a filter; there is none here",
                                     "`it` est la ligne d'un filtre\u00A0; il n'y en a pas ici"};
inline constexpr Template duplicate_rule{"there are two rules `{0}`", "il y a deux règles `{0}`"};
inline constexpr Template duplicate_define{"`{0}` is defined twice where both can be seen",
                                           "`{0}` est défini deux fois là où les deux se voient"};
inline constexpr Template first_here{"the first is here", "la première est ici"};
inline constexpr Template recursion{"the definition `{0}` uses itself: {1}",
                                    "la définition `{0}` s'utilise elle-même\u00A0: {1}"};
inline constexpr Template arity{"`{0}` takes {1}, here it gets {2}", "`{0}` prend {1}, elle en reçoit ici {2}"};
inline constexpr Template one_argument{"one argument", "un argument"};
inline constexpr Template arguments_exactly{"{0} arguments", "{0} arguments"};
inline constexpr Template arguments_at_least{"at least {0} arguments", "au moins {0} arguments"};
inline constexpr Template arguments_none{"no argument and no brackets", "ni argument ni parenthèses"};
inline constexpr Template usage{"write `{0}`", "écrivez `{0}`"};
inline constexpr Template list_helps{"give a list: `{0}([a, b])`", "donnez une liste\u00A0: `{0}([a, b])`"};
inline constexpr Template named_unknown{"`{0}` has no argument named `{1}`", "`{0}` n'a pas d'argument nommé `{1}`"};
inline constexpr Template named_missing{"`{0}` needs the argument `{1}:`", "`{0}` a besoin de l'argument `{1}:`"};
inline constexpr Template must_bind{"`{0}` needs a bound name: `{0}(x in collection: …)`",
                                    "`{0}` a besoin d'un nom lié\u00A0: `{0}(x in collection: …)`"};
inline constexpr Template cannot_bind{"`{0}` takes no bound name", "`{0}` ne prend pas de nom lié"};
inline constexpr Template cannot_range{"a range `a..b` cannot stand here", "un intervalle `a..b` ne peut pas être ici"};
inline constexpr Template group_table{"a group stands in a table; `{0}` is {1}",
                                      "un groupe se place dans une table\u00A0; `{0}` est {1}"};
inline constexpr Template name_taken{"the local `{0}` is named twice", "le local `{0}` est nommé deux fois"};

// types and units
inline constexpr Template units_differ{"{0} and {1} cannot be {2}", "{0} et {1} ne peuvent être {2}"};
inline constexpr Template added{"added", "additionnés"};
inline constexpr Template subtracted{"subtracted", "soustraits"};
inline constexpr Template compared{"compared", "comparés"};
inline constexpr Template gathered{"taken together", "réunis"};
inline constexpr Template this_is{"this is {0}", "ceci est {0}"};
inline constexpr Template comes_from{"`{0}` is read here", "`{0}` se lit ici"};
inline constexpr Template unit_of{"a quantity in {0}", "une quantité en {0}"};
inline constexpr Template a_number{"a plain number", "un nombre sans unité"};
inline constexpr Template a_percentage{"a percentage", "un pourcentage"};
inline constexpr Template a_change{"a change", "une évolution"};
inline constexpr Template a_point{"points", "des points"};
inline constexpr Template a_text{"a text", "un texte"};
inline constexpr Template a_date{"a date", "une date"};
inline constexpr Template a_truth{"a truth", "une vérité"};
inline constexpr Template a_table{"a table", "une table"};
inline constexpr Template a_list{"a list", "une liste"};
inline constexpr Template a_figure{"a figure", "un chiffre"};
inline constexpr Template a_collection{"a collection", "une collection"};
inline constexpr Template a_group{"a group", "un groupe"};
inline constexpr Template a_range{"a range", "un intervalle"};
inline constexpr Template change_and_points{"a change is never in points: it is compared with a percentage",
                                            "une évolution n'est jamais en points\u00A0: elle se compare à un pourcentage"};
inline constexpr Template use_difference{"for the difference of two rates in points, write `difference(old, new)`",
                                         "pour la différence de deux taux en points, écrivez `difference(ancien, nouveau)`"};
inline constexpr Template kinds_differ{"{0} and {1} cannot be compared", "{0} et {1} ne se comparent pas"};
inline constexpr Template only_equal{"{0} can be compared with `=` and `!=` only",
                                     "{0} ne se compare qu'avec `=` et `!=`"};
inline constexpr Template expected_number{"a number is needed here, this is {0}",
                                          "il faut ici un nombre, ceci est {0}"};
inline constexpr Template expected_text{"a text is needed here, this is {0}", "il faut ici un texte, ceci est {0}"};
inline constexpr Template expected_date{"a date is needed here, this is {0}", "il faut ici une date, ceci est {0}"};
inline constexpr Template month_or_years{
    "`{0}` may be a month, or two years: write the month in words, or declare its column `\"date\"`",
    "`{0}` peut être un mois, ou deux années\u00A0: écrivez le mois en lettres, ou déclarez sa colonne `\"date\"`"};
inline constexpr Template two_dates_added{"two dates cannot be added", "deux dates ne s'additionnent pas"};
inline constexpr Template date_taken_away{"a date can be taken from a date only", "une date ne se soustrait que d'une date"};
inline constexpr Template dates_only_move{"a date is neither multiplied nor divided", "une date ne se multiplie ni ne se divise"};
inline constexpr Template plain_beside_date{"a date moves by a duration, not by a plain number",
                                            "une date se décale d'une durée, non d'un nombre sans unité"};
inline constexpr Template no_duration{"a date moves by a duration; this is {0}", "une date se décale d'une durée\u00A0; ceci est {0}"};
inline constexpr Template write_days{"write the unit: `1 j`", "écrivez l'unité\u00A0: `1 j`"};
inline constexpr Template expected_row{"a row of a table is needed here, this is {0}", "il faut ici une ligne de table, ceci est {0}"};
inline constexpr Template expected_row_key{"a number, a text or a date of the row is needed here, this is {0}",
                                           "il faut ici un nombre, un texte ou une date de la ligne, ceci est {0}"};
inline constexpr Template expected_table{"a table of figures is needed here, this is {0}",
                                         "il faut ici une table de chiffres, ceci est {0}"};
inline constexpr Template expected_rate{"a percentage or ratio is needed here, this is {0}",
                                        "il faut ici un pourcentage ou un rapport, ceci est {0}"};
inline constexpr Template expected_count{"a whole count is needed here, this is {0}",
                                         "il faut ici un nombre entier d'unités comptées, ceci est {0}"};
inline constexpr Template expected_truth{"something true or false is needed here, this is {0}",
                                         "il faut ici du vrai ou du faux, ceci est {0}"};
inline constexpr Template expected_key{"a key or a place in a list is needed here, this is {0}",
                                       "il faut ici une clé ou un rang de liste, ceci est {0}"};
inline constexpr Template one_value{"one value is needed here, this is a collection",
                                    "il faut ici une valeur, ceci est une collection"};
inline constexpr Template use_aggregates{"say what is asked of its members: `all(x in …: …)`, `any(x in …: …)`, "
                                         "`sum`, `count`, `min`, `max`, `mean`",
                                         "dites ce qu'on demande à ses membres\u00A0: `all(x in …: …)`, `any(x in …: …)`, "
                                         "`sum`, `count`, `min`, `max`, `mean`"};
inline constexpr Template needs_collection{"a collection is needed here, this is {0}",
                                           "il faut ici une collection, ceci est {0}"};
inline constexpr Template table_children{"write `{0}.*` for all that stands in the table",
                                         "écrivez `{0}.*` pour tout ce qui est dans la table"};
inline constexpr Template text_as_figure{"`{0}` is a text, not a figure: {1}",
                                         "`{0}` est un texte, pas un chiffre\u00A0: {1}"};
inline constexpr Template could_not_read{"`{0}` could not be read", "`{0}` n'a pas pu être lu"};
inline constexpr Template no_figure_in_it{"there is no number in it", "il n'y a pas de nombre dedans"};
inline constexpr Template nearest_unit{"the nearest known unit is `{0}`; a noun is declared under [units]",
                                       "l'unité connue la plus proche est `{0}`\u00A0; un nom se déclare sous [units]"};
inline constexpr Template declare_noun{"declare the noun under [units]: `\"{0}\" = {{ label = true }}` drops it, `\"{0}\" = {{}}` counts it",
                                       "déclarez le nom sous [units]\u00A0: `\"{0}\" = {{ label = true }}` l'ignore, `\"{0}\" = {{}}` le compte"};
inline constexpr Template plain_beside_rate{"`{0}` has no unit and stands beside a rate, where it means {1} %",
                                            "`{0}` n'a pas d'unité et est à côté d'un taux, où il vaut {1}\u00A0%"};
inline constexpr Template write_percent{"write `{0} %` if a percentage is meant, `{1} %` if not",
                                        "écrivez `{0} %` s'il s'agit d'un pourcentage, `{1} %` sinon"};
inline constexpr Template times_beside_rate{"this is multiplied by {0} and compared with a rate, where 1 means {1} %",
                                            "ceci est multiplié par {0} et comparé à un taux, où 1 vaut {1}\u00A0%"};
inline constexpr Template leave_out_factor{"leave out the {0}: rates are compared as they are",
                                           "retirez le {0}\u00A0: les taux se comparent tels quels"};
inline constexpr Template years_as_step{"`{0}` subtracts two years: there is no key {1}",
                                        "`{0}` soustrait deux années\u00A0: il n'y a pas de clé {1}"};
inline constexpr Template write_years{"write `[\"{0}\"]` for the key \"{0}\", or subtract the figures: `x[{1}] - x[{2}]`",
                                      "écrivez `[\"{0}\"]` pour la clé «\u00A0{0}\u00A0», ou soustrayez les chiffres\u00A0: `x[{1}] - x[{2}]`"};
inline constexpr Template except_without_star{"`except` takes away by the key of a `.*`, and there is none before it",
                                              "`except` retire d'après la clé d'un `.*`, et il n'y en a pas avant"};
inline constexpr Template except_unknown{"nothing here stands under the key `{0}`", "rien ici ne porte la clé `{0}`"};
inline constexpr Template unknown_unit{"the unit `{0}` is unknown", "l'unité `{0}` est inconnue"};
inline constexpr Template too_large_rule{"this rule expands to more than {0} parts",
                                         "cette règle se développe en plus de {0} éléments"};
inline constexpr Template too_many_definitions{"more than {0} definitions stand in one another here",
                                               "plus de {0} définitions s'emboîtent ici"};
inline constexpr Template bad_regex{"the regular expression cannot be read: {0}",
                                    "l'expression rationnelle ne se lit pas\u00A0: {0}"};
inline constexpr Template bad_range_end{"a range of whole numbers is needed after `{0}`",
                                        "il faut un intervalle de nombres entiers après `{0}`"};
inline constexpr Template needs_high_end{"a `for` needs both ends of its range",
                                         "un `for` a besoin des deux bouts de son intervalle"};

// evaluation
inline constexpr Template missing_figures{"missing: {0}", "manque\u00A0: {0}"};
inline constexpr Template filter_none{"no row satisfies `{0}`, one is needed",
                                      "aucune ligne ne satisfait `{0}`, il en faut une"};
inline constexpr Template filter_several{"{1} rows satisfy `{0}`, exactly one is needed",
                                         "{1} lignes satisfont `{0}`, il en faut exactement une"};
inline constexpr Template prior_none{"no row has a lower `{0}` than {1}", "aucune ligne n'a un `{0}` inférieur à {1}"};
inline constexpr Template prior_none_within{"no row with the same `{2}` has a lower `{0}` than {1}",
                                            "aucune ligne de même `{2}` n'a un `{0}` inférieur à {1}"};
inline constexpr Template prior_several{"{0} rows have the next lower `{1}`, exactly one is needed: {2}",
                                        "{0} lignes ont le `{1}` qui précède, il en faut exactement une\u00A0: {2}"};
inline constexpr Template cannot_move{"{0} cannot be moved so: a single day moves by whole days, whole months by months or years",
                                      "{0} ne se décale pas ainsi\u00A0: un jour se décale de jours entiers, des mois entiers de mois ou d'années"};
inline constexpr Template no_whole_number{"`{0}` is not a whole number from 0", "`{0}` n'est pas un nombre entier à partir de 0"};
inline constexpr Template does_not_start{"`{0}` does not start with `{1}`", "`{0}` ne commence pas par `{1}`"};
inline constexpr Template does_not_end{"`{0}` does not end with `{1}`", "`{0}` ne finit pas par `{1}`"};
inline constexpr Template does_not_contain{"`{0}` does not contain `{1}`", "`{0}` ne contient pas `{1}`"};
inline constexpr Template falls{"it goes back from {0} ({1}) to {2} ({3})", "il y a recul de {0} ({1}) à {2} ({3})"};
inline constexpr Template rises{"it rises from {0} ({1}) to {2} ({3})", "il y a hausse de {0} ({1}) à {2} ({3})"};
inline constexpr Template also{"{0}; {1}", "{0}\u00A0; {1}"};
inline constexpr Template from_to{"from {0} ({1}) to {2} ({3})", "de {0} ({1}) à {2} ({3})"};
inline constexpr Template and_more{"{0}; and more", "{0}\u00A0; et d'autres"};
inline constexpr Template sum_of_none{"`{1}` chooses no row of `{0}`: its sum is 0", "`{1}` ne choisit aucune ligne de `{0}`\u00A0: sa somme est 0"};
inline constexpr Template only_jointly{"each two sides can agree, all together cannot: this is the sum of {0}",
                                       "deux à deux les côtés peuvent s'accorder, ensemble non\u00A0: ceci est la somme de {0}"};
inline constexpr Template differ_between{"both sides have a figure in common: left less right is {0} to {1}",
                                         "un chiffre est commun aux deux côtés\u00A0: gauche moins droite vaut {0} à {1}"};
inline constexpr Template differ_at_least{"both sides have a figure in common: left less right is at least {0}",
                                          "un chiffre est commun aux deux côtés\u00A0: gauche moins droite vaut au moins {0}"};
inline constexpr Template differ_at_most{"both sides have a figure in common: left less right is at most {0}",
                                         "un chiffre est commun aux deux côtés\u00A0: gauche moins droite vaut au plus {0}"};
inline constexpr Template divisor_zero{"the divisor `{0}` is printed 0", "le diviseur `{0}` est imprimé 0"};
inline constexpr Template of_nothing{"`{0}` of nothing has no value", "`{0}` de rien n'a pas de valeur"};
inline constexpr Template too_many_to_try{"there are more than {0} numbers to try, and the relation is not monotone in `{1}`",
                                          "il y a plus de {0} nombres à essayer, et la relation n'est pas monotone en `{1}`"};
inline constexpr Template condition_missing{"the condition `{0}` needs a missing figure",
                                            "la condition `{0}` a besoin d'un chiffre manquant"};
inline constexpr Template by_form{"it is true by its form: it holds whatever the figures are, and checks nothing",
                                  "elle est vraie par sa forme\u00A0: elle tient quels que soient les chiffres, et ne vérifie rien"};
inline constexpr Template binds_nothing{"`for {0}` finds nothing to check", "`for {0}` ne trouve rien à vérifier"};
inline constexpr Template limit_steps{"the instance needs more than {0} steps",
                                      "l'instance demande plus de {0} étapes"};
inline constexpr Template limit_bits{"a number grows beyond {0} bits", "un nombre dépasse {0} bits"};
inline constexpr Template limit_same{"`same` has more than {0} members", "`same` a plus de {0} membres"};
inline constexpr Template limit_range{"the range has more than {0} whole numbers", "l'intervalle a plus de {0} nombres entiers"};
inline constexpr Template limit_chain{"a chain of more than {0} sides has a tolerance, or a figure that stands in several sides",
                                      "une chaîne de plus de {0} côtés a une tolérance, ou un chiffre qui est dans plusieurs côtés"};
inline constexpr Template limit_instances{"the rule has more than {0} instances", "la règle a plus de {0} instances"};
inline constexpr Template limit_findings{"the findings of the run need more than {0} MB; what comes after them is not judged",
                                         "les constats de l'exécution demandent plus de {0} Mo\u00A0; la suite n'est pas jugée"};
inline constexpr Template not_whole_key{"`{0}` is not a whole number", "`{0}` n'est pas un nombre entier"};
inline constexpr Template withheld_key{"`{0}` is not printed", "`{0}` n'est pas imprimé"};
inline constexpr Template same_twice{"`{0}` stands twice: at {1} and at {2}",
                                     "`{0}` figure deux fois\u00A0: en {1} et en {2}"};
inline constexpr Template differ{"`{0}` at {1} is not `{2}` at {3}", "`{0}` en {1} n'est pas `{2}` en {3}"};
inline constexpr Template not_among{"`{0}` is not among them", "`{0}` n'en fait pas partie"};
inline constexpr Template no_match{"`{0}` does not match /{1}/", "`{0}` ne correspond pas à /{1}/"};
inline constexpr Template dates_fail{"{0} {1} {2} does not hold", "{0} {1} {2} n'est pas vrai"};
inline constexpr Template not_present{"missing: {0}", "manque\u00A0: {0}"};
inline constexpr Template is_present{"present: {0}", "présent\u00A0: {0}"};
inline constexpr Template not_attainable{"no whole number out of {0} gives {1}",
                                         "aucun nombre entier sur {0} ne donne {1}"};

// waivers
inline constexpr Template waiver_expired{"its waiver ended on {0}", "sa dérogation a pris fin le {0}"};
inline constexpr Template waiver_dead{"its waiver was granted for other values: what it rests on has changed since",
                                      "sa dérogation valait pour d'autres valeurs\u00A0: ce sur quoi elle repose a changé depuis"};
inline constexpr Template waiver_without_values{
    "its waiver does not say for which values it was granted: for those printed now, add `values = \"{0}\"`",
    "sa dérogation ne dit pas pour quelles valeurs elle est accordée\u00A0: pour celles d'aujourd'hui, ajouter `values = \"{0}\"`"};
inline constexpr Template waiver_unused{"this waiver covers no contradiction of `{0}`",
                                        "cette dérogation ne couvre aucune contradiction de `{0}`"};
inline constexpr Template waiver_no_rule{"this waiver names `{0}`, which is no rule of this run",
                                         "cette dérogation nomme `{0}`, qui n'est pas une règle de cette exécution"};
inline constexpr Template waiver_remove{"remove it, or correct its `rule` and `bindings`",
                                        "la retirer, ou corriger sa `rule` et ses `bindings`"};

// Tables beside the TOML (XF115, XF510)
inline constexpr Template table_errors_left{
    "the table `{0}` has {1} more rows and cells with errors, which are not listed",
    "la table `{0}` a {1} autres lignes et cellules en erreur, qui ne sont pas listées"};
inline constexpr Template rows_not_held{
    "the rule needs rows of a large table, which `check` does not read; `check_tables` judges it",
    "la règle a besoin de lignes d'une grande table, que `check` ne lit pas\u00A0; `check_tables` la juge"};
inline constexpr Template table_too_large{
    "the rule needs all rows of `tables.{0}` at once; it has {1} rows, and at most {2} are held",
    "la règle a besoin de toutes les lignes de `tables.{0}` à la fois\u00A0; elle en a {1}, et au plus {2} sont tenues"};
inline constexpr Template too_many_keys{
    "the rule brings together rows of `tables.{0}` by key; it has more than {1} different ones",
    "la règle réunit des lignes de `tables.{0}` par clé\u00A0; il y en a plus de {1} différentes"};
inline constexpr Template key_too_large{
    "the rule needs all rows of `tables.{0}` for `{1}` at once; there are {2}, and at most {3} are held",
    "la règle a besoin à la fois de toutes les lignes de `tables.{0}` pour «\u00A0{1}\u00A0»\u00A0; il y en a {2}, et au plus {3} sont tenues"};

}  // namespace crossfoot::say
