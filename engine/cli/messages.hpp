// The words of the program in both languages: usage, files, the gate, lists.
#pragma once

#include "engine/text/message.hpp"

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
inline constexpr Template a_dataset{"a dataset: a directory, a TOML file, or `-`",
                                    "un jeu de données : un répertoire, un fichier TOML ou `-`"};
inline constexpr Template some_files{"the files to format, or `-`", "les fichiers à mettre en forme, ou `-`"};
inline constexpr Template a_code_or_rule{"a code, or a dataset and a rule's id",
                                         "un code, ou un jeu de données et l'identifiant d'une règle"};
inline constexpr Template needs_value{"`{0}` needs a value", "`{0}` demande une valeur"};
inline constexpr Template bad_usage{"the command line cannot be read: {0}", "la ligne de commande est illisible : {0}"};
inline constexpr Template bad_value{"`{0}` is no value of `{1}`", "`{0}` n'est pas une valeur de `{1}`"};
inline constexpr Template values_are{"the values are {0}", "les valeurs sont {0}"};
inline constexpr Template unknown_format{"`{0}` is no report format", "`{0}` n'est pas un format de rapport"};
inline constexpr Template formats_are{"the formats are {0}", "les formats sont {0}"};
inline constexpr Template empty_file_name{"`{0}` names no file", "`{0}` ne nomme aucun fichier"};
inline constexpr Template two_reports_one_place{"two reports would be written to {0}",
                                                "deux rapports seraient écrits dans {0}"};
inline constexpr Template standard_output{"standard output", "la sortie standard"};
inline constexpr Template give_each_a_file{"give all but one a file: `--format {0}=FILE`",
                                           "donner un fichier à tous sauf un : `--format {0}=FICHIER`"};
inline constexpr Template output_without_report{
    "`--output` has no report to write: each `--format` names its file",
    "`--output` n'a aucun rapport à écrire : chaque `--format` nomme son fichier"};
inline constexpr Template no_thread_count{"`-j` takes a number of threads from 1 to 1024, not `{0}`",
                                          "`-j` prend un nombre de fils d'exécution de 1 à 1024, pas `{0}`"};
inline constexpr Template no_reasoning{"joint reasoning is not built in", "ce programme est compilé sans le raisonnement sur plusieurs règles"};
inline constexpr Template build_with_z3{"install Z3 (Debian: `libz3-dev`) and build again for `--reason`",
                                        "installer Z3 (Debian : `libz3-dev`) et recompiler pour `--reason`"};
inline constexpr Template nearest_is{"did you mean {0}?", "vouliez-vous dire {0} ?"};
inline constexpr Template see_help{"`crossfoot {0}--help` shows how it is used",
                                   "`crossfoot {0}--help` montre l'emploi"};
inline constexpr Template alternative{"{0} or {1}", "{0} ou {1}"};
inline constexpr Template and_last{"{0} and {1}", "{0} et {1}"};

// Files.
inline constexpr Template cannot_write{"`{0}` cannot be written: {1}", "`{0}` ne peut être écrit : {1}"};
inline constexpr Template cannot_write_stdout{"standard output cannot be written: {0}",
                                              "la sortie standard ne peut être écrite : {0}"};
inline constexpr Template cannot_read{"`{0}` cannot be read: {1}", "`{0}` ne peut être lu : {1}"};
inline constexpr Template cannot_read_stdin{"standard input cannot be read: {0}",
                                            "l'entrée standard ne peut être lue : {0}"};
inline constexpr Template no_such_file{"there is no such file or directory", "ce fichier ou répertoire n'existe pas"};
inline constexpr Template no_permission{"permission is denied", "l'accès est refusé"};
inline constexpr Template disk_full{"no space is left on the device", "il n'y a plus de place sur le disque"};
inline constexpr Template is_directory{"it is a directory", "c'est un répertoire"};
inline constexpr Template not_a_directory{"a part of the path is no directory",
                                          "une partie du chemin n'est pas un répertoire"};
inline constexpr Template read_only{"the file system is read-only", "le système de fichiers est en lecture seule"};
inline constexpr Template closed_descriptor{"it is closed", "elle est fermée"};
inline constexpr Template not_utf8{"`{0}` is not UTF-8: byte {1} fits no character",
                                   "`{0}` n'est pas en UTF-8 : l'octet {1} ne forme aucun caractère"};
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
                                      "rien n'a été vérifié : aucune règle ne s'applique à quoi que ce soit"};
inline constexpr Template all_unverifiable{
    "nothing could be verified: each of the {0} checks needs a figure or value that is not there",
    "rien n'a pu être vérifié : à chacune des {0} vérifications il manque un chiffre ou une valeur"};
inline constexpr Template one_unverifiable{
    "nothing could be verified: the only check needs a figure or value that is not there",
    "rien n'a pu être vérifié : à la seule vérification il manque un chiffre ou une valeur"};
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
inline constexpr Template list_rules{"Rules", "Règles"};
inline constexpr Template heading_count{"{0} ({1})", "{0} ({1})"};
inline constexpr Template extent{"{0}, {1}", "{0}, {1}"};
inline constexpr Template no_such_code{"`{0}` is no code", "`{0}` n'est pas un code"};
inline constexpr Template name_a_rule_too{
    "to explain a rule, name its dataset and its id: `crossfoot explain DATASET RULE-ID`",
    "pour expliquer une règle, nommer le jeu de données et son identifiant : `crossfoot explain DONNÉES ID-RÈGLE`"};
inline constexpr Template no_such_rule{"the dataset's rules have no `{0}`",
                                       "les règles des données n'ont pas de `{0}`"};
inline constexpr Template rule_never_applied{"the rule applies to nothing", "la règle ne s'applique à rien"};
inline constexpr Template example{"Example", "Exemple"};
inline constexpr Template corrected{"Corrected", "Corrigé"};
inline constexpr Template no_document{"no longer explanation is built into this program",
                                      "ce programme ne contient pas d'explication plus longue"};

// Progress and the unexpected.
inline constexpr Template reading{"reading the dataset and its rules …", "lecture des données et des règles …"};
inline constexpr Template checking{"checking {0} …", "vérification de {0} …"};
inline constexpr Template internal_error{
    "internal error: {0}; please report it, with the command and its input",
    "erreur interne : {0} ; merci de la signaler, avec la commande et ses données"};
inline constexpr Template out_of_memory{"the memory does not suffice", "la mémoire ne suffit pas"};

}  // namespace crossfoot::cli::words
