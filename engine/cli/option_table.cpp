#include "engine/cli/option_table.hpp"

#include <array>

#include "reports/formats.hpp"

namespace crossfoot::cli {
namespace {

Names languages() { return {"fr", "en"}; }
Names colors() { return {"auto", "always", "never"}; }
Names thresholds() { return {"error", "warning", "unverifiable", "never"}; }
Names lint_thresholds() { return {"error", "warning", "never"}; }
Names text_or_json() { return {"text", "json"}; }
Names shells() { return {"bash", "zsh", "fish"}; }
Names formats() {
    Names out;
    for (const reports::FormatEntry& each : reports::formats()) out.push_back(each.name);
    return out;
}

constexpr std::array kCommon{
    OptionRow{.id = Opt::lang,
              .name = "--lang",
              .help = {"language of the messages (otherwise that of the report)",
                       "langue des messages (sinon celle du rapport)"},
              .choices = languages,
              .offers = Offers::choices},
    OptionRow{.id = Opt::color,
              .name = "--color",
              .help = {"colours; NO_COLOR is honoured", "couleurs\u00A0; NO_COLOR est respecté"},
              .choices = colors,
              .offers = Offers::choices},
    OptionRow{.id = Opt::help,
              .name = "--help",
              .letter = "-h",
              .help = {"this text, or that of a command", "ce texte, ou celui d'une commande"}},
};
constexpr std::array kProgram{
    OptionRow{.id = Opt::version, .name = "--version", .help = {"the version", "la version"}},
};
constexpr std::array kProgramExamples{
    Template{"crossfoot check data/pas-de-calais-2013", "crossfoot check data/pas-de-calais-2013"},
    Template{"crossfoot check report.toml --rules rules --format json=findings.json",
             "crossfoot check rapport.toml --rules regles --format json=constats.json"},
    Template{"crossfoot explain XF303", "crossfoot explain XF303"},
};

constexpr OptionRow kRules{.id = Opt::rules,
                           .name = "--rules",
                           .help = {"rule files or directories, in place of the dataset's own",
                                    "fichiers ou répertoires de règles, au lieu de ceux des données"},
                           .value = Template{"PATH", "CHEMIN"},
                           .offers = Offers::rules,
                           .many = true};
constexpr OptionRow kAllowPath{.id = Opt::allow_path, .name = "--allow-path",
                               .help = {"a folder from which the dataset's own rules may be read, too",
                                        "un dossier d'où les règles des données peuvent aussi être lues"},
                               .value = Template{"DIR", "DOSSIER"}, .offers = Offers::files, .many = true};
constexpr OptionRow kOnly{.id = Opt::only,
                          .name = "--only",
                          .help = {"only rules whose id matches, as in 'agences/*'",
                                   "seulement les règles dont l'identifiant correspond, comme 'agences/*'"},
                          .value = Template{"GLOB", "MOTIF"},
                          .offers = Offers::rule_ids,
                          .many = true};
constexpr OptionRow kTags{.id = Opt::tags,
                          .name = "--tags",
                          .help = {"only rules with one of these tags, separated by commas",
                                   "seulement les règles qui portent une de ces étiquettes, séparées par des virgules"},
                          .value = Template{"TAGS", "ÉTIQUETTES"},
                          .many = true};
constexpr OptionRow kJobs{.id = Opt::jobs,
                          .name = "--jobs",
                          .letter = "-j",
                          .help = {"number of threads", "nombre de fils d'exécution"},
                          .value = Template{"N", "N"}};
constexpr ArgumentRow kDataset{{"DATASET", "DONNÉES"},
                               {"a directory with a report.toml, one TOML file, or - for standard input",
                                "un répertoire avec un report.toml, un fichier TOML, ou - pour l'entrée standard"},
                               Offers::datasets};
constexpr ArgumentRow kRuleId{{"RULE-ID", "ID-RÈGLE"},
                              {"the rule's name with its groups, as in agences/total",
                               "le nom de la règle avec ses groupes, comme agences/total"},
                              Offers::rule_ids,
                              1};
constexpr Template kNeedsDataset{"a dataset: a directory, a TOML file, or `-`",
                                 "un jeu de données\u00A0: un répertoire, un fichier TOML ou `-`"};

constexpr std::array kCheckForms{Form{Template{"DATASET", "DONNÉES"},
                                      {"check a dataset against its rules and report what does not hold",
                                       "vérifier un jeu de données selon ses règles et montrer ce qui ne tient pas"}}};
constexpr std::array kCheckArguments{kDataset};
constexpr std::array kCheckOptions{
    kRules, kAllowPath,
    OptionRow{.id = Opt::format,
              .name = "--format",
              .help = {"the report's format, to standard output or a file",
                       "format du rapport, vers la sortie standard ou un fichier"},
              .choices = formats,
              .value = Template{"[=FILE]", "[=FICHIER]"},
              .offers = Offers::choices,
              .many = true},
    OptionRow{.id = Opt::output,
              .name = "--output",
              .help = {"write the first report that names no file to this one",
                       "écrire le premier rapport sans fichier dans celui-ci"},
              .value = Template{"FILE", "FICHIER"},
              .offers = Offers::files},
    OptionRow{.id = Opt::fail_on,
              .name = "--fail-on",
              .help = {"what fails the run (exit code 1); each includes those before it; default error",
                       "ce qui fait échouer (code 1)\u00A0; chacun inclut les précédents\u00A0; par défaut error"},
              .choices = thresholds,
              .offers = Offers::choices},
    kOnly,
    kTags,
    OptionRow{.id = Opt::all, .name = "--all", .help = {"report what holds, too", "montrer aussi ce qui tient"}},
    OptionRow{.id = Opt::reason,
              .name = "--reason",
              .help = {"also over several rules at once: what cannot be true together, and which figures would have to change",
                       "raisonner aussi sur plusieurs règles à la fois\u00A0: ce qui ne peut être vrai ensemble, et quels chiffres "
                       "seraient à changer"}},
    OptionRow{.id = Opt::strength,
              .name = "--strength",
              .help = {"also measure how well the rules guard the figures (see crossfoot strength)",
                       "mesurer aussi la protection que les règles donnent aux chiffres (voir crossfoot strength)"}},
    OptionRow{.id = Opt::allow_empty,
              .name = "--allow-empty",
              .help = {"let a run pass that has checked nothing", "accepter une exécution qui n'a rien vérifié"}},
    OptionRow{.id = Opt::waivers,
              .name = "--waivers",
              .help = {"a file of waivers besides those of the dataset", "un fichier de dérogations en plus de celles des données"},
              .value = Template{"FILE", "FICHIER"},
              .offers = Offers::files,
              .many = true},
    OptionRow{.id = Opt::baseline,
              .name = "--baseline",
              .help = {"compare with an earlier run, stored by --format json=FILE",
                       "comparer à une exécution antérieure, gardée par --format json=FICHIER"},
              .value = Template{"FILE", "FICHIER"},
              .offers = Offers::files},
    OptionRow{.id = Opt::fail_on_new,
              .name = "--fail-on-new",
              .help = {"let only what is new or worse than in the baseline fail the run",
                       "ne faire échouer que par ce qui est nouveau ou aggravé depuis la référence"}},
    kJobs,
    OptionRow{.id = Opt::max_findings,
              .name = "--max-findings",
              .help = {"list so many findings of one rule over a large table, the worst (otherwise 1000); all are counted",
                       "lister tant de constats d'une règle sur une grande table, les pires (sinon 1000)\u00A0; tous sont comptés"},
              .value = Template{"N", "N"}},
    OptionRow{.id = Opt::watch,
              .name = "--watch",
              .help = {"check again whenever a file of the dataset or its rules changes, until Ctrl-C",
                       "vérifier de nouveau dès qu'un fichier des données ou des règles change, jusqu'à Ctrl-C"}},
};
constexpr std::array kCheckExamples{
    Template{"crossfoot check data/pas-de-calais-2013", "crossfoot check data/pas-de-calais-2013"},
    Template{"crossfoot check report.toml --rules rules --only 'budget/*' --all",
             "crossfoot check rapport.toml --rules regles --only 'budget/*' --all"},
    Template{"crossfoot check data --format text --format json=findings.json --fail-on warning",
             "crossfoot check donnees --format text --format json=constats.json --fail-on warning"},
    Template{"crossfoot check report --watch", "crossfoot check rapport --watch"},
    Template{"generate-report | crossfoot check - --rules rules/sums.xf",
             "produire-rapport | crossfoot check - --rules regles/sommes.xf"},
};

constexpr std::array kListForms{Form{Template{"DATASET", "DONNÉES"},
                                     {"show every figure as it was read, and what each rule covers",
                                      "montrer chaque chiffre tel qu'il a été lu, et ce que chaque règle couvre"}}};
constexpr std::array kListOptions{
    kRules, kAllowPath,
    OptionRow{.id = Opt::ids,
              .name = "--ids",
              .help = {"only the ids of the rules, one a line", "seulement les identifiants des règles, un par ligne"}}};
constexpr std::array kListExamples{
    Template{"crossfoot list data/pas-de-calais-2013", "crossfoot list data/pas-de-calais-2013"}};

constexpr OptionRow kTextOrJson{.id = Opt::format,
                                .name = "--format",
                                .help = {"the report's format", "format du rapport"},
                                .choices = text_or_json,
                                .offers = Offers::choices};
constexpr OptionRow kOutput{.id = Opt::output,
                            .name = "--output",
                            .help = {"write the report to this file", "écrire le rapport dans ce fichier"},
                            .value = Template{"FILE", "FICHIER"},
                            .offers = Offers::files};
constexpr std::array kStrengthForms{
    Form{Template{"DATASET", "DONNÉES"},
         {"measure which slips in its figures the rules would catch, and name those that none guards",
          "mesurer quelles fautes dans ses chiffres les règles remarqueraient, et nommer ceux qu'aucune ne protège"}}};
constexpr std::array kStrengthOptions{kRules, kAllowPath, kTextOrJson, kOutput, kOnly, kTags, kJobs};
constexpr std::array kStrengthExamples{
    Template{"crossfoot strength data/pas-de-calais-2013", "crossfoot strength data/pas-de-calais-2013"},
    Template{"crossfoot strength report --only 'budget/*' --format json",
             "crossfoot strength rapport --only 'budget/*' --format json"}};

constexpr std::array kLintForms{
    Form{Template{"DATASET", "DONNÉES"},
         {"look for rules that contradict or repeat each other, cannot fail or check nothing",
          "chercher les règles qui se contredisent ou se répètent, ne peuvent échouer ou ne vérifient rien"}}};
constexpr std::array kLintOptions{
    kRules, kAllowPath, kTextOrJson, kOutput,
    OptionRow{.id = Opt::fail_on,
              .name = "--fail-on",
              .help = {"what fails the run (exit code 1); default error", "ce qui fait échouer (code 1)\u00A0; par défaut error"},
              .choices = lint_thresholds,
              .offers = Offers::choices}};
constexpr std::array kLintExamples{
    Template{"crossfoot lint data/pas-de-calais-2013", "crossfoot lint data/pas-de-calais-2013"},
    Template{"crossfoot lint report --rules rules --fail-on warning",
             "crossfoot lint rapport --rules regles --fail-on warning"}};

constexpr std::array kProfileForms{
    Form{Template{"TABLES", "TABLES"},
         {"look at CSV tables: what stands in each column, how to declare them, rules to start from",
          "examiner des tables CSV\u00A0: ce que contient chaque colonne, comment les déclarer, des règles pour commencer"}}};
constexpr std::array kProfileArguments{
    ArgumentRow{{"TABLES", "TABLES"},
                {"CSV files (.csv, .csv.gz, .csv.zst), or directories of them that are one table each",
                 "des fichiers CSV (.csv, .csv.gz, .csv.zst), ou des répertoires qui en contiennent et sont une table chacun"},
                Offers::tables}};
constexpr std::array kProfileOptions{kTextOrJson, kOutput, kJobs};
constexpr std::array kProfileExamples{
    Template{"crossfoot profile data/communes.csv", "crossfoot profile donnees/communes.csv"},
    Template{"crossfoot profile communes.csv.gz epci.csv --format json --output profile.json",
             "crossfoot profile communes.csv.gz epci.csv --format json --output profil.json"}};

constexpr std::array kExplainForms{
    Form{Template{"CODE", "CODE"},
         {"say what an error code means and how to mend it",
          "dire ce qu'un code d'erreur signifie et comment y remédier"}},
    Form{Template{"DATASET RULE-ID", "DONNÉES ID-RÈGLE"},
         {"show a rule, its figures and its verdicts, also where it holds",
          "montrer une règle, ses chiffres et ses verdicts, même là où elle tient"}}};
constexpr std::array kExplainArguments{
    ArgumentRow{{"CODE", "CODE"}, {"the code of an error, as XF303", "le code d'une erreur, comme XF303"}, Offers::codes},
    kDataset,
    kRuleId};
constexpr std::array kExplainOptions{kRules, kAllowPath};
constexpr std::array kExplainExamples{
    Template{"crossfoot explain XF303", "crossfoot explain XF303"},
    Template{"crossfoot explain data/pas-de-calais-2013 etat/agences/anru-citee-deux-fois",
             "crossfoot explain data/pas-de-calais-2013 etat/agences/anru-citee-deux-fois"}};

constexpr std::array kWaiveForms{
    Form{Template{"DATASET RULE-ID", "DONNÉES ID-RÈGLE"},
         {"accept the contradictions of a rule, with a reason", "accepter les contradictions d'une règle, avec une raison"}}};
constexpr std::array kWaiveArguments{kDataset, kRuleId};
constexpr std::array kWaiveOptions{
    kRules, kAllowPath,
    OptionRow{.id = Opt::because,
              .name = "--reason",
              .help = {"why the contradiction is accepted; must be given",
                       "pourquoi la contradiction est acceptée\u00A0; obligatoire"},
              .value = Template{"TEXT", "TEXTE"}},
    OptionRow{.id = Opt::binding,
              .name = "--binding",
              .help = {"only where the rule's variable is bound so", "seulement là où la variable de la règle est liée ainsi"},
              .value = Template{"NAME=VALUE", "NOM=VALEUR"},
              .many = true},
    OptionRow{.id = Opt::until,
              .name = "--until",
              .help = {"the last day on which the waiver holds", "dernier jour de la dérogation"},
              .value = Template{"DATE", "DATE"}},
    OptionRow{.id = Opt::by,
              .name = "--by",
              .help = {"who accepts it", "qui l'accepte"},
              .value = Template{"NAME", "NOM"}},
    OptionRow{.id = Opt::output,
              .name = "--output",
              .help = {"add the waivers to this file", "ajouter les dérogations à ce fichier"},
              .value = Template{"FILE", "FICHIER"},
              .offers = Offers::files}};
constexpr std::array kWaiveExamples{
    Template{"crossfoot waive data/pas-de-calais-2013 etat/agences/anru-citee-deux-fois --reason 'the source rounds twice'",
             "crossfoot waive data/pas-de-calais-2013 etat/agences/anru-citee-deux-fois --reason 'la source arrondit deux fois'"},
    Template{"crossfoot waive report ports/listed --binding 'p=port[name=\"South\"]' --reason 'one ship was sold' --until 2030-01-01",
             "crossfoot waive rapport ports/liste --binding 'p=port[nom=\"Sud\"]' --reason 'un navire vendu' --until 2030-01-01"}};

constexpr std::array kFmtForms{Form{Template{"FILES", "FICHIERS"},
                                    {"lay out rule files in the one way", "mettre des fichiers de règles en forme"}}};
constexpr std::array kFmtArguments{
    ArgumentRow{{"FILES", "FICHIERS"},
                {"rule files, or - to read standard input and write standard output",
                 "fichiers de règles, ou - pour aller de l'entrée à la sortie standard"},
                Offers::rules}};
constexpr std::array kFmtOptions{
    OptionRow{.id = Opt::check,
              .name = "--check",
              .help = {"change nothing; print the files that would change, with exit code 1",
                       "ne rien changer\u00A0; nommer les fichiers qui changeraient, avec le code de sortie 1"}}};
constexpr std::array kFmtExamples{
    Template{"crossfoot fmt rules/agences.xf rules/routes.xf", "crossfoot fmt regles/agences.xf regles/routes.xf"},
    Template{"crossfoot fmt --check rules/*.xf", "crossfoot fmt --check regles/*.xf"}};

constexpr std::array kCompletionsForms{
    Form{Template{"SHELL", "SHELL"},
         {"print what a shell needs to complete the command line", "écrire de quoi compléter la ligne de commande"}}};
constexpr std::array kCompletionsArguments{
    ArgumentRow{.name = {"SHELL", "SHELL"},
                .help = {"the shell: bash, zsh or fish", "le shell\u00A0: bash, zsh ou fish"},
                .offers = Offers::choices,
                .choices = shells}};
constexpr std::array kCompletionsExamples{
    Template{"source <(crossfoot completions bash)", "source <(crossfoot completions bash)"},
    Template{"crossfoot completions zsh > ~/.zfunc/_crossfoot", "crossfoot completions zsh > ~/.zfunc/_crossfoot"},
    Template{"crossfoot completions fish > ~/.config/fish/completions/crossfoot.fish",
             "crossfoot completions fish > ~/.config/fish/completions/crossfoot.fish"}};

constexpr std::array kManForms{
    Form{std::nullopt, {"print the manual, to be read by man", "écrire le manuel, à lire par man"}}};
constexpr std::array kManExamples{
    Template{"crossfoot man | man -l -", "crossfoot man --lang fr | man -l -"},
    Template{"crossfoot man > crossfoot.1", "crossfoot man --lang fr > crossfoot.1"}};

constexpr std::array kCommands{
    CommandRow{"check",
               {"Checks a dataset against its rules and reports what does not hold.",
                "Vérifie un jeu de données selon ses règles et montre ce qui ne tient pas."},
               kCheckForms, kCheckArguments, 1, kNeedsDataset, kCheckOptions, kCheckExamples},
    CommandRow{"list",
               {"Shows every figure as it was read: path, print, true values, unit and place; then missing figures, "
                "texts that hold a number but are no figures, and the rules with how many checks and figures each "
                "covers.",
                "Montre chaque chiffre tel qu'il a été lu\u00A0: chemin, impression, vraies valeurs, unité et place\u00A0; puis "
                "les chiffres manquants, les textes contenant un nombre qui ne sont pas des chiffres, et les règles "
                "avec le nombre de vérifications et de chiffres que chacune couvre."},
               kListForms, kCheckArguments, 1, kNeedsDataset, kListOptions, kListExamples},
    CommandRow{"strength",
               {"Measures how well the rules guard the figures: what each could be printed as without any rule noticing, "
                "the smallest slip surely caught, and the share of typical slips that are; names the figures that no "
                "rule guards.",
                "Mesure la protection que les règles donnent aux chiffres\u00A0: comment chacun pourrait être imprimé sans "
                "qu'aucune règle ne le remarque, la plus petite faute sûrement remarquée et la part des fautes typiques "
                "qui le sont\u00A0; nomme les chiffres qu'aucune règle ne protège."},
               kStrengthForms, kCheckArguments, 1, kNeedsDataset, kStrengthOptions, kStrengthExamples},
    CommandRow{"lint",
               {"Looks at the rules themselves: those that contradict each other, follow from others, notice no typical "
                "slip, add shares of different wholes or bind to nothing, and definitions that none uses.",
                "Examine les règles elles-mêmes\u00A0: celles qui se contredisent, découlent d'autres, ne remarquent aucune "
                "faute typique, additionnent des parts de totaux différents ou ne s'appliquent à rien, et les "
                "définitions inutilisées."},
               kLintForms, kCheckArguments, 1, kNeedsDataset, kLintOptions, kLintExamples},
    CommandRow{"profile",
               {"Reads CSV tables whole and shows of each column what it holds: type, unit, precision, range, distinct, "
                "frequent and missing values; which columns are keys; then the declaration to paste into a dataset, and rules "
                "to start from, each checked to hold on all rows.",
                "Lit des tables CSV en entier et montre ce que contient chaque colonne\u00A0: type, unité, précision, intervalle, "
                "valeurs distinctes, fréquentes et manquantes\u00A0; quelles colonnes sont des clés\u00A0; puis la déclaration à coller "
                "dans un jeu de données, et des règles pour commencer, chacune vérifiée sur toutes les lignes."},
               kProfileForms, kProfileArguments, std::nullopt,
               Template{"a table: a CSV file or a directory of CSV files", "une table\u00A0: un fichier CSV ou un répertoire de fichiers CSV"},
               kProfileOptions, kProfileExamples},
    CommandRow{"explain",
               {"Says what an error code means, or shows one rule of a dataset with its figures and verdicts.",
                "Dit ce qu'un code d'erreur signifie, ou montre une règle d'un jeu de données, ses chiffres et ses "
                "verdicts."},
               kExplainForms, kExplainArguments, 2,
               Template{"a code, or a dataset and a rule's id",
                        "un code, ou un jeu de données et l'identifiant d'une règle"},
               kExplainOptions, kExplainExamples},
    CommandRow{"waive",
               {"Accepts the contradictions of a rule: adds a waiver for each to waivers.toml in the dataset's directory, or "
                "prints them where the dataset is one file. A waiver ends when a figure it was granted for changes.",
                "Accepte les contradictions d'une règle\u00A0: ajoute pour chacune une dérogation à waivers.toml dans le répertoire "
                "des données, ou les écrit sur la sortie standard si les données sont un seul fichier. Une dérogation prend fin "
                "dès que change un chiffre pour lequel elle a été accordée."},
               kWaiveForms, kWaiveArguments, 2,
               Template{"a dataset and a rule's id", "un jeu de données et l'identifiant d'une règle"}, kWaiveOptions,
               kWaiveExamples},
    CommandRow{"fmt",
               {"Lays out rule files in the one way, comments kept. A file with errors is left as it is.",
                "Met des fichiers de règles en forme, commentaires compris. Un fichier en erreur reste tel quel."},
               kFmtForms, kFmtArguments, std::nullopt,
               Template{"the files to format, or `-`", "les fichiers à mettre en forme, ou `-`"}, kFmtOptions,
               kFmtExamples},
    CommandRow{"completions",
               {"Prints the completions of the command line for a shell, made from the same table as this help.",
                "Écrit les complétions de la ligne de commande pour un shell, tirées de la même table que cette aide."},
               kCompletionsForms, kCompletionsArguments, 1,
               Template{"a shell: `bash`, `zsh` or `fish`", "un shell\u00A0: `bash`, `zsh` ou `fish`"}, {},
               kCompletionsExamples},
    CommandRow{"man",
               {"Prints the manual in the format of man, made from the same table as this help.",
                "Écrit le manuel au format de man, tiré de la même table que cette aide."},
               kManForms, {}, 0, std::nullopt, {}, kManExamples},
};

}  // namespace

std::span<const CommandRow> commands() { return kCommands; }
std::span<const OptionRow> common_options() { return kCommon; }
std::span<const OptionRow> program_options() { return kProgram; }
std::span<const Template> program_examples() { return kProgramExamples; }

}  // namespace crossfoot::cli
