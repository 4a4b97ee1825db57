#include "engine/cli/help.hpp"

namespace crossfoot::cli {
namespace {

constexpr Template kProgram{
    R"(crossfoot checks that the figures of a report agree with each other, to the rounding of their print.

Usage: crossfoot COMMAND ...

Commands:
  check DATASET                 check a dataset against its rules and report what does not hold
  list DATASET                  show every figure as it was read, and what each rule covers
  explain CODE                  say what an error code means and how to mend it
  explain DATASET RULE-ID       show a rule, its figures and its verdicts, also where it holds
  fmt [--check] FILES           lay out rule files in the one way

Options of every command:
  --lang fr|en                  language of the messages (otherwise that of the report)
  --color auto|always|never     colours; NO_COLOR is honoured
  -h, --help                    this text, or that of a command
  --version                     the version

Exit codes: 0 nothing found that fails the run, 1 contradictions, 2 could not check, 3 internal error.

Examples:
  crossfoot check data/pas-de-calais-2013
  crossfoot check report.toml --rules rules --format json=findings.json
  crossfoot explain XF303
)",
    R"(crossfoot vérifie que les chiffres d'un rapport s'accordent entre eux, à l'arrondi de leur impression près.

Emploi : crossfoot COMMANDE ...

Commandes :
  check DONNÉES                 vérifier un jeu de données selon ses règles et montrer ce qui ne tient pas
  list DONNÉES                  montrer chaque chiffre tel qu'il a été lu, et ce que chaque règle couvre
  explain CODE                  dire ce qu'un code d'erreur signifie et comment y remédier
  explain DONNÉES ID-RÈGLE      montrer une règle, ses chiffres et ses verdicts, même là où elle tient
  fmt [--check] FICHIERS        mettre des fichiers de règles en forme

Options de toutes les commandes :
  --lang fr|en                  langue des messages (sinon celle du rapport)
  --color auto|always|never     couleurs ; NO_COLOR est respecté
  -h, --help                    ce texte, ou celui d'une commande
  --version                     la version

Codes de sortie : 0 rien qui fasse échouer, 1 contradictions, 2 vérification impossible, 3 erreur interne.

Exemples :
  crossfoot check data/pas-de-calais-2013
  crossfoot check rapport.toml --rules regles --format json=constats.json
  crossfoot explain XF303
)"};

constexpr Template kCheck{
    R"(Checks a dataset against its rules and reports what does not hold.

Usage: crossfoot check DATASET [options]

  DATASET                       a directory with a report.toml, one TOML file, or - for standard input

Options:
  --rules PATH                  rule files or directories, in place of the dataset's own; may be repeated
  --format text|json|sarif|junit|markdown|github|gitlab[=FILE]
                                the report's format, to standard output or a file; may be repeated
  --output FILE                 write the first report that names no file to this one
  --fail-on error|warning|unverifiable|never
                                what fails the run (exit code 1); each includes those before it; default error
  --only GLOB                   only rules whose id matches, as in 'agences/*'; may be repeated
  --tags TAG                    only rules with one of these tags; may be repeated, or separated by commas
  --all                         report what holds, too
  --reason                      also over several rules at once: what cannot be true together, and which
                                figures would have to change
  --allow-empty                 let a run pass that has checked nothing
  -j N                          number of threads
  --lang fr|en                  language of the messages (otherwise that of the report)
  --color auto|always|never     colours; NO_COLOR is honoured

Examples:
  crossfoot check data/pas-de-calais-2013
  crossfoot check report.toml --rules rules --only 'budget/*' --all
  crossfoot check data --format text --format json=findings.json --fail-on warning
  generate-report | crossfoot check - --rules rules/sums.xf
)",
    R"(Vérifie un jeu de données selon ses règles et montre ce qui ne tient pas.

Emploi : crossfoot check DONNÉES [options]

  DONNÉES                       un répertoire avec un report.toml, un fichier TOML, ou - pour l'entrée standard

Options :
  --rules CHEMIN                fichiers ou répertoires de règles, au lieu de ceux des données ; répétable
  --format text|json|sarif|junit|markdown|github|gitlab[=FICHIER]
                                format du rapport, vers la sortie standard ou un fichier ; répétable
  --output FICHIER              écrire le premier rapport sans fichier dans celui-ci
  --fail-on error|warning|unverifiable|never
                                ce qui fait échouer (code 1) ; chacun inclut les précédents ; par défaut error
  --only MOTIF                  seulement les règles dont l'identifiant correspond, comme 'agences/*' ; répétable
  --tags ÉTIQUETTE              seulement les règles qui portent une de ces étiquettes ; répétable, ou séparées par des virgules
  --all                         montrer aussi ce qui tient
  --reason                      raisonner aussi sur plusieurs règles à la fois : ce qui ne peut être vrai
                                ensemble, et quels chiffres seraient à changer
  --allow-empty                 accepter une exécution qui n'a rien vérifié
  -j N                          nombre de fils d'exécution
  --lang fr|en                  langue des messages (sinon celle du rapport)
  --color auto|always|never     couleurs ; NO_COLOR est respecté

Exemples :
  crossfoot check data/pas-de-calais-2013
  crossfoot check rapport.toml --rules regles --only 'budget/*' --all
  crossfoot check donnees --format text --format json=constats.json --fail-on warning
  produire-rapport | crossfoot check - --rules regles/sommes.xf
)"};

constexpr Template kList{
    R"(Shows every figure as it was read: path, print, true values, unit and place; then missing figures, texts
that hold a number but are no figures, and the rules with how many checks and figures each covers.

Usage: crossfoot list DATASET [--rules PATH]...

Example:
  crossfoot list data/pas-de-calais-2013
)",
    R"(Montre chaque chiffre tel qu'il a été lu : chemin, impression, vraies valeurs, unité et place ; puis les
chiffres manquants, les textes contenant un nombre qui ne sont pas des chiffres, et les règles avec le
nombre de vérifications et de chiffres que chacune couvre.

Emploi : crossfoot list DONNÉES [--rules CHEMIN]...

Exemple :
  crossfoot list data/pas-de-calais-2013
)"};

constexpr Template kExplain{
    R"(Says what an error code means, or shows one rule of a dataset with its figures and verdicts.

Usage: crossfoot explain CODE
       crossfoot explain DATASET RULE-ID [--rules PATH]...

Examples:
  crossfoot explain XF303
  crossfoot explain data/pas-de-calais-2013 agences/total
)",
    R"(Dit ce qu'un code d'erreur signifie, ou montre une règle d'un jeu de données, ses chiffres et ses verdicts.

Emploi : crossfoot explain CODE
         crossfoot explain DONNÉES ID-RÈGLE [--rules CHEMIN]...

Exemples :
  crossfoot explain XF303
  crossfoot explain data/pas-de-calais-2013 agences/total
)"};

constexpr Template kFmt{
    R"(Lays out rule files in the one way, comments kept. A file with errors is left as it is.

Usage: crossfoot fmt [--check] FILES

  FILES                         rule files, or - to read standard input and write standard output

Options:
  --check                       change nothing; print the files that would change, with exit code 1

Examples:
  crossfoot fmt rules/agences.xf rules/routes.xf
  crossfoot fmt --check rules/*.xf
)",
    R"(Met des fichiers de règles en forme, commentaires compris. Un fichier en erreur reste tel quel.

Emploi : crossfoot fmt [--check] FICHIERS

  FICHIERS                      fichiers de règles, ou - pour lire l'entrée standard et écrire la sortie standard

Options :
  --check                       ne rien changer ; nommer les fichiers qui changeraient, avec le code de sortie 1

Exemples :
  crossfoot fmt regles/agences.xf regles/routes.xf
  crossfoot fmt --check regles/*.xf
)"};

}  // namespace

const Template& help_text(std::string_view topic) {
    if (topic == "check") return kCheck;
    if (topic == "list") return kList;
    if (topic == "explain") return kExplain;
    if (topic == "fmt") return kFmt;
    return kProgram;
}

}  // namespace crossfoot::cli
