// The words of the program in both languages: usage, files, the gate, lists.
#pragma once

#include "engine/text/message.hpp"
#include "reports/messages.hpp"

namespace crossfoot::cli::words {

// Usage.
inline constexpr Template no_command{"no command is given", "aucune commande n'est donnée"};
inline constexpr Template commands_are{"the commands are {0}", "les commandes sont {0}"};
inline constexpr Template unknown_command{"`{0}` is no command", "`{0}` n'est pas une commande"};
inline constexpr Template unknown_option{"`{0}` is no option of `crossfoot {1}`",
                                         "`{0}` n'est pas une option de `crossfoot {1}`"};
inline constexpr Template unknown_option_alone{"`{0}` is no option of `crossfoot`",
                                               "`{0}` n'est pas une option de `crossfoot`"};
inline constexpr Template extra_argument{"`{0}` is one argument too many", "`{0}` est un argument de trop"};
inline constexpr Template missing_argument{"`crossfoot {0}` needs {1}", "il manque à `crossfoot {0}` {1}"};
inline constexpr Template needs_value{"`{0}` needs a value", "`{0}` demande une valeur"};
inline constexpr Template takes_no_value{"`{0}` takes no value", "`{0}` ne prend pas de valeur"};
inline constexpr Template bad_usage{"the command line cannot be read: {0}", "la ligne de commande est illisible\u00A0: {0}"};
inline constexpr Template bad_value{"`{0}` is no value of `{1}`", "`{0}` n'est pas une valeur de `{1}`"};
inline constexpr Template bad_argument{"`{0}` is nothing that `crossfoot {1}` knows",
                                       "`crossfoot {1}` ne connaît pas `{0}`"};
inline constexpr Template values_are{"the values are {0}", "les valeurs sont {0}"};
inline constexpr Template unknown_format{"`{0}` is no report format", "`{0}` n'est pas un format de rapport"};
inline constexpr Template formats_are{"the formats are {0}", "les formats sont {0}"};
inline constexpr Template empty_file_name{"`{0}` names no file", "`{0}` ne nomme aucun fichier"};
inline constexpr Template two_reports_one_place{"two reports would be written to {0}",
                                                "deux rapports seraient écrits dans {0}"};
inline constexpr Template standard_output{"standard output", "la sortie standard"};
inline constexpr Template give_each_a_file{"give all but one a file: `--format {0}=FILE`",
                                           "donner un fichier à tous sauf un\u00A0: `--format {0}=FICHIER`"};
inline constexpr Template output_without_report{
    "`--output` has no report to write: each `--format` names its file",
    "`--output` n'a aucun rapport à écrire\u00A0: chaque `--format` nomme son fichier"};
inline constexpr Template no_thread_count{"`-j` takes a number of threads from 1 to 1024, not `{0}`",
                                          "`-j` prend un nombre de fils d'exécution de 1 à 1024, pas `{0}`"};
inline constexpr Template cannot_watch_stdin{"`--watch` needs files to watch, not standard input",
                                             "`--watch` demande des fichiers à surveiller, pas l'entrée standard"};
inline constexpr Template no_finding_count{"`--max-findings` takes a number from 1 to 1000000, not `{0}`",
                                           "`--max-findings` prend un nombre de 1 à 1000000, pas `{0}`"};
inline constexpr Template rows_read{"{0} rows, {1} a second, {2} left", "{0} lignes, {1} par seconde, encore {2}"};
inline constexpr Template seconds_left{"{0} s", "{0} s"};
inline constexpr Template minutes_left{"{0} min", "{0} min"};
inline constexpr Template new_to_what{"`--fail-on-new` needs an earlier run to compare with",
                                      "`--fail-on-new` demande une exécution antérieure à laquelle comparer"};
inline constexpr Template name_a_baseline{"name it with `--baseline FILE`", "la nommer par `--baseline FICHIER`"};
inline constexpr Template no_baseline{"`{0}` is no stored run: {1}", "`{0}` n'est pas une exécution gardée\u00A0: {1}"};
inline constexpr Template store_a_run{"`crossfoot check DATASET --format json=FILE` stores one",
                                      "`crossfoot check DONNÉES --format json=FICHIER` en garde une"};
inline constexpr Template no_reasoning{"joint reasoning is not built in", "ce programme est compilé sans le raisonnement sur plusieurs règles"};
inline constexpr Template build_with_z3{"install Z3 (Debian: `libz3-dev`) and build again for `--reason`",
                                        "installer Z3 (Debian\u00A0: `libz3-dev`) et recompiler pour `--reason`"};
inline constexpr Template nearest_is{"did you mean {0}?", "vouliez-vous dire {0}\u00A0?"};
inline constexpr Template see_help{"`crossfoot {0}--help` shows how it is used",
                                   "`crossfoot {0}--help` montre l'emploi"};
inline constexpr Template alternative{"{0} or {1}", "{0} ou {1}"};
inline constexpr Template and_last{"{0} and {1}", "{0} et {1}"};

// Help. What is said of each command and option is in option_table.cpp.
inline constexpr Template program_about{
    "crossfoot checks that the figures of a report agree with each other, to the rounding of their print.",
    "crossfoot vérifie que les chiffres d'un rapport s'accordent entre eux, à l'arrondi de leur impression près."};
inline constexpr Template exit_codes{
    "Exit codes: 0 nothing found that fails the run, 1 contradictions, 2 could not check, 3 internal error.",
    "Codes de sortie\u00A0: 0 rien qui fasse échouer, 1 contradictions, 2 vérification impossible, 3 erreur interne."};
inline constexpr Template usage{"Usage:", "Emploi\u00A0:"};
inline constexpr Template a_command{"COMMAND ...", "COMMANDE ..."};
inline constexpr Template options_word{"[options]", "[options]"};
inline constexpr Template help_commands{"Commands:", "Commandes\u00A0:"};
inline constexpr Template help_options{"Options:", "Options\u00A0:"};
inline constexpr Template help_common_options{"Options of every command:", "Options de toutes les commandes\u00A0:"};
inline constexpr Template help_example{"Example:", "Exemple\u00A0:"};
inline constexpr Template help_examples{"Examples:", "Exemples\u00A0:"};
inline constexpr Template may_be_repeated{"{0}; may be repeated", "{0}\u00A0; répétable"};

// The manual.
inline constexpr Template man_title{"User Commands", "Commandes de l'utilisateur"};
inline constexpr Template man_name{"NAME", "NOM"};
inline constexpr Template man_in_short{"check that the figures of a report agree with each other",
                                       "vérifier que les chiffres d'un rapport s'accordent entre eux"};
inline constexpr Template man_synopsis{"SYNOPSIS", "SYNOPSIS"};
inline constexpr Template man_description{"DESCRIPTION", "DESCRIPTION"};
inline constexpr Template man_rounding{
    "A printed number stands for all true values that print like it, and arithmetic is exact. Two figures contradict "
    "each other only when no true values could satisfy the rule.",
    "Un nombre imprimé représente toutes les vraies valeurs qui s'impriment ainsi, et le calcul est exact. Deux "
    "chiffres ne se contredisent que si aucune vraie valeur ne peut satisfaire la règle."};
inline constexpr Template man_inputs{
    "A dataset holds the figures as they are printed, in TOML and CSV; rules say how they hang together, in files of "
    "a small language of their own.",
    "Un jeu de données contient les chiffres tels qu'ils sont imprimés, en TOML et en CSV\u00A0; des règles disent comment "
    "ils se tiennent, dans des fichiers d'un petit langage à elles."};
inline constexpr Template man_commands{"COMMANDS", "COMMANDES"};
inline constexpr Template man_options{"OPTIONS OF EVERY COMMAND", "OPTIONS DE TOUTES LES COMMANDES"};
inline constexpr Template man_exit_codes{"EXIT STATUS", "CODES DE SORTIE"};
inline constexpr Template exit_passed{"nothing found that fails the run", "rien qui fasse échouer"};
inline constexpr Template exit_failed{"contradictions, or what else `--fail-on` names",
                                      "des contradictions, ou ce que `--fail-on` nomme"};
inline constexpr Template exit_could_not_check{
    "could not check: wrong usage, mistakes in the dataset or its rules, a file that cannot be read or written, or "
    "nothing that could be checked",
    "vérification impossible\u00A0: mauvais emploi, erreurs dans les données ou leurs règles, fichier qui ne peut être lu "
    "ou écrit, ou rien qui ait pu être vérifié"};
inline constexpr Template exit_internal_error{"internal error", "erreur interne"};
inline constexpr Template exit_interrupted{"`--watch` was ended by Ctrl-C, or by SIGTERM",
                                           "`--watch` a pris fin par Ctrl-C, ou par SIGTERM"};
inline constexpr Template man_environment{"ENVIRONMENT", "ENVIRONNEMENT"};
inline constexpr Template man_no_color{"not empty: no colour, unless `--color always` asks for it",
                                       "non vide\u00A0: pas de couleurs, à moins que `--color always` ne les demande"};
inline constexpr Template man_locale{
    "the first of them that is set gives the language of messages before a dataset is read",
    "la première qui est définie donne la langue des messages tant qu'aucun jeu de données n'est lu"};
inline constexpr Template man_files{"FILES", "FICHIERS"};
inline constexpr Template man_manifest{"what makes a directory a dataset: its `[report]` names the rules",
                                       "ce qui fait d'un répertoire un jeu de données\u00A0: son `[report]` nomme les règles"};
inline constexpr Template man_rules{"rules", "des règles"};
inline constexpr Template man_examples{"EXAMPLES", "EXEMPLES"};

// Files.
inline constexpr Template cannot_write{"`{0}` cannot be written: {1}", "`{0}` ne peut être écrit\u00A0: {1}"};
inline constexpr Template overwrites_input{"`{0}` is not written: it is `{1}`, which this run reads",
                                           "`{0}` n'est pas écrit\u00A0: c'est `{1}`, que cette exécution lit"};
inline constexpr Template becomes_input{"`{0}` is not written: the next run would read it, as it reads all such files of `{1}`",
                                        "`{0}` n'est pas écrit\u00A0: l'exécution suivante le lirait, comme tous les fichiers de ce nom de `{1}`"};
inline constexpr Template nobody_reads{"it is a named pipe, and nothing reads from it", "c'est un tube nommé, et rien n'y lit"};
inline constexpr Template name_another_file{"name another file for the report", "donnez un autre fichier pour le rapport"};
inline constexpr Template cannot_write_stdout{"standard output cannot be written: {0}",
                                              "la sortie standard ne peut être écrite\u00A0: {0}"};
inline constexpr Template cannot_read{"`{0}` cannot be read: {1}", "`{0}` ne peut être lu\u00A0: {1}"};
inline constexpr Template cannot_read_stdin{"standard input cannot be read: {0}",
                                            "l'entrée standard ne peut être lue\u00A0: {0}"};
inline constexpr Template no_such_file{"there is no such file or directory", "ce fichier ou répertoire n'existe pas"};
inline constexpr Template no_rule_file{"it is no rule file: its name does not end in `.xf`",
                                       "ce n'est pas un fichier de règles\u00A0: son nom ne finit pas par `.xf`"};
inline constexpr Template no_permission{"permission is denied", "l'accès est refusé"};
inline constexpr Template disk_full{"no space is left on the device", "il n'y a plus de place sur le disque"};
inline constexpr Template is_directory{"it is a directory", "c'est un répertoire"};
inline constexpr Template not_a_directory{"a part of the path is no directory",
                                          "une partie du chemin n'est pas un répertoire"};
inline constexpr Template read_only{"the file system is read-only", "le système de fichiers est en lecture seule"};
inline constexpr Template closed_descriptor{"it is closed", "elle est fermée"};
inline constexpr Template not_utf8{"`{0}` is not UTF-8: byte {1} fits no character",
                                   "`{0}` n'est pas en UTF-8\u00A0: l'octet {1} ne forme aucun caractère"};
inline constexpr Template not_faithful{
    "`{0}` is left as it is: what would be written does not read as the same rules; please report it, with the file",
    "`{0}` reste tel quel\u00A0: ce qui serait écrit ne se lit pas comme les mêmes règles\u00A0; signalez-le, avec le fichier"};
inline constexpr Template too_large{"`{0}` is larger than a rule file may be ({1} MB)",
                                    "`{0}` dépasse la taille permise d'un fichier de règles ({1} Mo)"};

// The gate.
inline constexpr Template no_rules{"there are no rules to check", "il n'y a pas de règles à vérifier"};
inline constexpr Template no_rules_in_files{"the rule files hold no rule",
                                            "les fichiers de règles ne contiennent aucune règle"};
inline constexpr Template how_to_name_rules{
    "name rule files with `--rules`, or with `rules` under `[report]` in the dataset",
    "nommer des fichiers de règles par `--rules`, ou par `rules` sous `[report]` dans les données"};
inline constexpr Template no_figures{"the dataset holds no figure to check",
                                     "le jeu de données ne contient aucun chiffre à vérifier"};
inline constexpr Template file_binds_nothing{"the rules of this file apply to nothing",
                                             "les règles de ce fichier ne s'appliquent à rien"};
inline constexpr Template all_vacuous{"nothing was checked: every rule applies to nothing",
                                      "rien n'a été vérifié\u00A0: aucune règle ne s'applique à quoi que ce soit"};
inline constexpr Template all_by_form{"nothing was checked: every rule is true by its form or applies to nothing",
                                      "rien n'a été vérifié\u00A0: chaque règle est vraie par sa forme ou ne s'applique à rien"};
inline constexpr Template all_unverifiable{
    "nothing could be verified: of each of the {0} checks the report says why it could not be decided",
    "rien n'a pu être vérifié\u00A0: le rapport dit de chacune des {0} vérifications pourquoi elle n'a pu être tranchée"};
inline constexpr Template one_unverifiable{
    "nothing could be verified: the report says why the only check could not be decided",
    "rien n'a pu être vérifié\u00A0: le rapport dit pourquoi la seule vérification n'a pu être tranchée"};
inline constexpr Template none_selected{"none of the {0} rules is selected", "aucune des {0} règles n'est retenue"};
inline constexpr Template none_selected_only{"no rule's id matches `{0}`",
                                             "aucun identifiant de règle ne correspond à `{0}`"};
inline constexpr Template none_selected_tags{"no rule has the tag {0}", "aucune règle ne porte l'étiquette {0}"};
inline constexpr Template allow_empty{"`--allow-empty` lets a run pass that checks nothing",
                                      "`--allow-empty` accepte une exécution qui ne vérifie rien"};

// Lists and explanations.
inline constexpr Template list_figures{"Figures", "Chiffres"};
inline constexpr Template list_missing{"Missing", "Manquants"};
inline constexpr Template list_unread{"Texts with a number that are no figures",
                                      "Textes contenant un nombre, qui ne sont pas des chiffres"};
inline constexpr Template list_left_out{"Lines of tables that are no rows", "Lignes de fichiers qui ne sont pas des lignes de table"};
inline constexpr Template lines_above{"above the header: {0}", "au-dessus de l'en-tête\u00A0: {0}"};
inline constexpr Template lines_below{"below the last row: {0}, from line {1} on",
                                      "sous la dernière ligne\u00A0: {0}, à partir de la ligne {1}"};
inline constexpr Template list_rules{"Rules", "Règles"};
inline constexpr Template heading_count{"{0} ({1})", "{0} ({1})"};
inline constexpr Template extent{"{0}, {1}", "{0}, {1}"};
inline constexpr Template no_such_code{"`{0}` is no code", "`{0}` n'est pas un code"};
inline constexpr Template name_a_rule_too{
    "to explain a rule, name its dataset and its id: `crossfoot explain DATASET RULE-ID`",
    "pour expliquer une règle, nommer le jeu de données et son identifiant\u00A0: `crossfoot explain DONNÉES ID-RÈGLE`"};
inline constexpr Template no_such_rule{"the dataset's rules have no `{0}`",
                                       "les règles des données n'ont pas de `{0}`"};
inline constexpr Template rule_never_applied{"the rule applies to nothing", "la règle ne s'applique à rien"};
inline constexpr Template example{"Example", "Exemple"};
inline constexpr Template corrected{"Corrected", "Corrigé"};
inline constexpr Template no_document{"no longer explanation is built into this program",
                                      "ce programme ne contient pas d'explication plus longue"};

// A rule in words.
inline constexpr Template rule_severity{"severity", "gravité"};
inline constexpr Template severity_error{"error", "erreur"};
inline constexpr Template severity_warning{"warning", "avertissement"};
inline constexpr Template severity_info{"info", "information"};
inline constexpr Template rule_tags{"tags", "étiquettes"};
inline constexpr Template rule_note{"note", "note"};
inline constexpr Template rule_place{"place", "place"};
inline constexpr Template rule_text{"As it is written", "Telle qu'elle est écrite"};
inline constexpr Template rule_asserts{"What it asserts", "Ce qu'elle affirme"};
inline constexpr Template rule_definitions{"Definitions it uses", "Définitions qu'elle emploie"};
inline constexpr Template is_equal{"{0} equals {1}", "{0} égale {1}"};
inline constexpr Template is_not_equal{"{0} differs from {1}", "{0} diffère de {1}"};
inline constexpr Template is_less{"{0} is less than {1}", "{0} est inférieur à {1}"};
inline constexpr Template is_at_most{"{0} is at most {1}", "{0} est au plus {1}"};
inline constexpr Template is_greater{"{0} is greater than {1}", "{0} est supérieur à {1}"};
inline constexpr Template is_at_least{"{0} is at least {1}", "{0} est au moins {1}"};
inline constexpr Template within{"{0}, within {1}", "{0}, à {1} près"};
inline constexpr Template and_that{"{0}, and {1}", "{0}, et {1}"};
inline constexpr Template or_that{"{0}, or {1}", "{0}, ou {1}"};
inline constexpr Template lies_in{"{0} lies in {1}", "{0} appartient à {1}"};
inline constexpr Template if_then{"if {0}, then {1}", "si {0}, alors {1}"};
inline constexpr Template for_some{"for some {0} in {1}, {2}", "pour un certain {0} dans {1}, {2}"};
inline constexpr Template is_true{"{0} is true", "{0} est vrai"};
inline constexpr Template where_is{"{0}, where {1} is {2}", "{0}, où {1} est {2}"};
inline constexpr Template and_is{"{0}, {1} is {2}", "{0}, {1} est {2}"};
inline constexpr Template for_each{"for each {0} in {1}, {2}", "pour chaque {0} dans {1}, {2}"};
inline constexpr Template for_each_where{"for each {0} in {1} for which {2}, {3}",
                                         "pour chaque {0} dans {1} tel que {2}, {3}"};
inline constexpr Template verdict_holds{"holds", "tient"};
inline constexpr Template verdict_contradicted{"contradicted", "contredit"};
inline constexpr Template verdict_unverifiable{"unverifiable", "invérifiable"};
inline constexpr Template verdict_waived{"waived", "sous dérogation"};
inline constexpr Template verdict_vacuous{"applies to nothing", "sans objet"};

// Waivers.
inline constexpr Template a_rule_id{"the id of a rule", "l'identifiant d'une règle"};
inline constexpr Template a_reason{"a reason: `--reason TEXT`", "une raison\u00A0: `--reason TEXTE`"};
inline constexpr Template no_binding{"`{0}` is no binding: write `NAME=VALUE`",
                                     "`{0}` n'est pas une liaison\u00A0: écrire `NOM=VALEUR`"};
inline constexpr Template no_date{"`{0}` is no date", "`{0}` n'est pas une date"};
inline constexpr Template dates_are{"write it as `2030-01-31`", "l'écrire comme `2030-01-31`"};
inline constexpr Template waived_already{"what `{0}` contradicts is waived already, by {1}",
                                         "ce que `{0}` contredit est déjà sous dérogation, par {1}"};
inline constexpr Template nothing_to_waive{"`{0}` contradicts nothing: there is nothing to waive",
                                           "`{0}` ne contredit rien\u00A0: il n'y a rien à accepter"};
inline constexpr Template nothing_to_waive_there{"`{0}` contradicts nothing where the bindings say: there is nothing to waive",
                                                 "`{0}` ne contredit rien pour ces liaisons\u00A0: il n'y a rien à accepter"};
inline constexpr reports::words::Counted n_waivers_added{{"{0} waiver added", "{0} dérogation ajoutée"},
                                                         {"{0} waivers added", "{0} dérogations ajoutées"}};
inline constexpr reports::words::Counted n_left_unwaived{
    {"{0} more contradiction of the rule is left as it is: 1000 at most are waived at once",
     "{0} autre contradiction de la règle reste telle quelle\u00A0: 1000 au plus reçoivent une dérogation à la fois"},
    {"{0} more contradictions of the rule are left as they are: 1000 at most are waived at once",
     "{0} autres contradictions de la règle restent telles quelles\u00A0: 1000 au plus reçoivent une dérogation à la fois"}};
inline constexpr Template replaces_lapsed{"its earlier waiver, {0}, covers it no longer: remove it",
                                          "sa dérogation précédente, {0}, ne la couvre plus\u00A0: la retirer"};

// Watching.
inline constexpr reports::words::Counted n_files{{"{0} file", "{0} fichier"}, {"{0} files", "{0} fichiers"}};
inline constexpr Template watching{"exit code {0}; watching {1}, Ctrl-C ends",
                                   "code de sortie {0}\u00A0; {1} sous surveillance, Ctrl-C pour finir"};
inline constexpr Template cannot_watch{"the files cannot be watched: {0}",
                                       "les fichiers ne peuvent être surveillés\u00A0: {0}"};

// Progress and the unexpected.
inline constexpr Template reading{"reading the dataset and its rules …", "lecture des données et des règles …"};
inline constexpr Template checking{"checking {0} …", "vérification de {0} …"};
inline constexpr Template reading_tables{"reading the tables …", "lecture des tables …"};
inline constexpr Template checking_suggestions{"checking the suggested rules …", "vérification des règles proposées …"};
inline constexpr Template internal_error{
    "internal error: {0}; please report it, with the command and its input",
    "erreur interne\u00A0: {0}\u00A0; merci de la signaler, avec la commande et ses données"};
inline constexpr Template out_of_memory{"the memory does not suffice for this run", "la mémoire ne suffit pas à cette exécution"};

}  // namespace crossfoot::cli::words
