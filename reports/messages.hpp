// The words of the reports in both languages. Counted ones come in pairs: for one, and for any other number.
#pragma once

#include "engine/text/message.hpp"

namespace crossfoot::reports::words {

struct Counted {
    Template one, many;  // {0}: the number
};

// Headlines.
inline constexpr Template error{"error", "erreur"};
inline constexpr Template warning{"warning", "avertissement"};
inline constexpr Template info{"info", "information"};
inline constexpr Template unverifiable{"unverifiable", "invérifiable"};
inline constexpr Template vacuous{"vacuous", "sans objet"};
inline constexpr Template waived{"waived", "dérogation"};
inline constexpr Template holds{"holds", "vérifié"};
inline constexpr Template help{"help", "aide"};
inline constexpr Counted n_errors{{"{0} error", "{0} erreur"}, {"{0} errors", "{0} erreurs"}};
inline constexpr Template not_shown{", {0} of them not shown", ", dont {0} non affichées"};

// Ranges of true values.
inline constexpr Template from_to{"{0} to {1}", "{0} à {1}"};
inline constexpr Template from_below{"{0} to less than {1}", "{0} à moins de {1}"};
inline constexpr Template above_to{"more than {0}, at most {1}", "plus de {0}, au plus {1}"};
inline constexpr Template between_open{"more than {0}, less than {1}", "plus de {0}, moins de {1}"};
inline constexpr Template at_least{"at least {0}", "au moins {0}"};
inline constexpr Template more_than{"more than {0}", "plus de {0}"};
inline constexpr Template at_most{"at most {0}", "au plus {0}"};
inline constexpr Template less_than{"less than {0}", "moins de {0}"};
inline constexpr Template any_value{"any value", "toute valeur"};

// Beside an underlined figure.
inline constexpr Template exact_figure{"exact", "exact"};
inline constexpr Template missing_figure{"missing", "manquant"};
inline constexpr Template withheld_figure{"withheld: {0}", "masqué\u00A0: {0}"};
inline constexpr Template draft_line{"draft, line {0}", "texte, ligne {0}"};
inline constexpr Template draft_lines{"draft, lines {0}-{1}", "texte, lignes {0}-{1}"};
inline constexpr Template rule_place{"rule", "règle"};
inline constexpr Counted more_figures{{"and {0} more figure", "et {0} autre chiffre"},
                                      {"and {0} more figures", "et {0} autres chiffres"}};

// The evidence of a block.
inline constexpr Template left{"left", "gauche"};
inline constexpr Template right{"right", "droite"};
inline constexpr Template gap{"gap", "écart"};
inline constexpr Template printed_as{"(printed {0})", "(imprimé {0})"};
inline constexpr Template computed_as{"(computed {0})", "(calculé {0})"};
inline constexpr Template gap_allowance{"{0}, where rounding allows {1}", "{0}, alors que l'arrondi permet {1}"};
inline constexpr Template gap_held{"{0}; rounding allows {1}", "{0}\u00A0; l'arrondi permet {1}"};
inline constexpr Template gap_no_allowance{"{0}, where the print allows none",
                                           "{0}, alors que l'imprimé n'en permet aucun"};
inline constexpr Template gap_tolerance{"{0}, where `within {1}` is asked for", "{0}, alors que `within {1}` est demandé"};
inline constexpr Template gap_tolerance_allowance{"{0}, where `within {1}` is asked for and rounding allows {2}",
                                                  "{0}, alors que `within {1}` est demandé et que l'arrondi permet {2}"};
inline constexpr Template gap_tolerance_held{"{0}; `within {1}` is asked for", "{0}\u00A0; `within {1}` est demandé"};
inline constexpr Template gap_tolerance_allowance_held{"{0}; `within {1}` is asked for and rounding allows {2}",
                                                       "{0}\u00A0; `within {1}` est demandé et l'arrondi permet {2}"};
inline constexpr Template gap_unbounded{"{0}, where there is no bound on one side",
                                        "{0}, mais un côté n'est pas borné"};
inline constexpr Template binding{"with", "pour"};
inline constexpr Template note{"note", "note"};
inline constexpr Template about{"about", "sujet"};
inline constexpr Template page_number{"page {0}", "page {0}"};
inline constexpr Template reason{"why", "cause"};
inline constexpr Template likely{"likely", "piste"};

// Sentences.
inline constexpr Template sentence_sides{"{0} {1} {2}", "{0} {1} {2}"};
inline constexpr Template side_is{"`{0}` is {1}", "`{0}` vaut {1}"};
inline constexpr Template sentence_gap{"gap {0}, allowance {1}", "écart {0}, tolérance {1}"};
inline constexpr Template sentence_gap_within{"gap {0}, allowance {1}, asked for `within {2}`",
                                              "écart {0}, tolérance {1}, demandé `within {2}`"};
inline constexpr Template allowance_within{"{0}, `within {1}`", "{0}, `within {1}`"};
inline constexpr Template no_bound{"unbounded", "illimitée"};
inline constexpr Template truncated{"it would hold if the figures were truncated instead of rounded",
                                    "cela tiendrait si les chiffres étaient tronqués au lieu d'être arrondis"};
inline constexpr Template bound_only{"the range is only a bound from outside",
                                     "l'intervalle n'est qu'un encadrement par l'extérieur"};
inline constexpr Template witness_one{"only {0} makes it possible", "seul {0} le permet"};
inline constexpr Template witness_range{"{2} whole numbers make it possible, from {0} to {1}",
                                        "{2} nombres entiers le permettent, de {0} à {1}"};
inline constexpr Template witness_from{"whole numbers from {0} on make it possible",
                                       "des nombres entiers à partir de {0} le permettent"};
inline constexpr Counted left_out{{"{0} missing figure is left out", "{0} chiffre manquant est laissé de côté"},
                                  {"{0} missing figures are left out", "{0} chiffres manquants sont laissés de côté"}};
inline constexpr Counted assumed{
    {"a value is assumed for {0} missing figure", "une valeur est supposée pour {0} chiffre manquant"},
    {"a value is assumed for {0} missing figures", "une valeur est supposée pour {0} chiffres manquants"}};
inline constexpr Template false_condition{"the condition of the rule is false", "la condition de la règle est fausse"};
inline constexpr Template false_because{"the condition of the rule is false: {0}",
                                        "la condition de la règle est fausse\u00A0: {0}"};
inline constexpr Template true_condition{"the condition of the rule is true", "la condition de la règle est vraie"};
inline constexpr Template figure_is{"`{0}` is \"{1}\"", "`{0}` est «\u00A0{1}\u00A0»"};
inline constexpr Template denied{"{0}, which the rule denies", "{0}, ce que la règle exclut"};
inline constexpr Template holds_exact{"{0} holds exactly", "{0} est exact"};
inline constexpr Template holds_rounded{"{0} holds within rounding", "{0} tient à l'arrondi près"};
inline constexpr Template holds_within{"{0} holds only within the tolerance that the rule states",
                                       "{0} ne tient que grâce à la tolérance que la règle énonce"};
inline constexpr Template holds_plain{"{0} holds", "{0} tient"};
inline constexpr Template uses_allowance{"the gap takes {0} % of what rounding allows",
                                         "l'écart prend {0} % de ce que l'arrondi permet"};
inline constexpr Template proves_nothing{"this proves little: rounding allows as much as the figure itself",
                                         "cela prouve peu\u00A0: l'arrondi permet autant que le nombre lui-même"};
inline constexpr Template is_missing{"{0} is missing", "{0} manque"};
inline constexpr Template are_missing{"{0} are missing", "{0} manquent"};
inline constexpr Template list_and{"{0} and {1}", "{0} et {1}"};
inline constexpr Template and_more{"{0} and {1} more", "{0} et {1} autres"};
inline constexpr Template cannot_verify{"cannot be verified", "ne peut être vérifié"};
inline constexpr Template binds_to_nothing{"the rule applies to nothing", "la règle ne s'applique à rien"};
inline constexpr Template waived_by{"{0}, says {1}", "{0}, selon {1}"};
inline constexpr Template waived_until{"{0}, until {1}", "{0}, jusqu'au {1}"};
inline constexpr Template waived_because{"{0}; waived: {1}", "{0}\u00A0; dérogation\u00A0: {1}"};

// The formats for other tools.
inline constexpr Template figures_cited{"Figures", "Chiffres"};
inline constexpr Template path_base{"The directory that the paths of this file start from.",
                                    "Le répertoire dont partent les chemins de ce fichier."};
inline constexpr Template figure_in{"{0}, in {1}", "{0}, dans {1}"};
inline constexpr Template ten_shown{"GitHub shows ten annotations of each level; the log names all",
                                    "GitHub n'affiche que dix annotations par niveau\u00A0; le journal les nomme toutes"};
inline constexpr Template column_finding{"Contradiction", "Contradiction"};
inline constexpr Template column_figures{"Figures", "Chiffres"};
inline constexpr Template column_gap{"Gap", "Écart"};
inline constexpr Template column_allowance{"Allowed", "Toléré"};
inline constexpr Template details{"Details", "Détails"};
inline constexpr Counted and_more_findings{
    {"and {0} more; see the full report", "et {0} autre\u00A0; voir le rapport complet"},
    {"and {0} more; see the full report", "et {0} autres\u00A0; voir le rapport complet"}};

// Several rules at once.
inline constexpr Counted n_incidents{{"{0} incident", "{0} incident"}, {"{0} incidents", "{0} incidents"}};
inline constexpr Counted n_undecided{
    {"of {0} set of rules it could not be decided whether they can all hold",
     "pour {0} groupe de règles, on n'a pu décider si elles peuvent tenir ensemble"},
    {"of {0} sets of rules it could not be decided whether they can all hold",
     "pour {0} groupes de règles, on n'a pu décider si elles peuvent tenir ensemble"}};
inline constexpr Template joint_rule{"Rules that cannot all hold, though each of them can",
                                     "Des règles qui ne peuvent tenir ensemble, alors que chacune le peut seule"};
inline constexpr Template incident{"incident {0} of {1}", "incident {0} sur {1}"};
inline constexpr Template this_one{"changing this figure would repair it", "il suffirait de changer ce chiffre"};
inline constexpr Template one_of_these{"changing one of these figures would repair it", "il suffirait de changer un de ces chiffres"};
inline constexpr Template these_together{"changing these figures together would repair it",
                                         "il suffirait de changer ces chiffres ensemble"};
inline constexpr Template one_of_these_sets{"changing the figures of one of these sets together would repair it",
                                            "il suffirait de changer ensemble les chiffres d'un de ces groupes"};
inline constexpr Counted more_sets{{"and {0} other way", "et {0} autre possibilité"}, {"and {0} other ways", "et {0} autres possibilités"}};
inline constexpr Template rest_says{"{0}  (the rest of the report says {1})", "{0}  (le reste du rapport dit {1})"};
inline constexpr Template rest_bounds{"{0}  (the rest of the report rules out all but {1})", "{0}  (le reste du rapport exclut tout sauf {1})"};
inline constexpr Template no_repair{"no change of a few figures was found that repairs it without breaking another rule",
                                    "aucun changement de quelques chiffres n'a été trouvé qui le répare sans contredire une autre règle"};
inline constexpr Template search_stopped{"the search for what would repair it was stopped at its bound",
                                         "la recherche de ce qui le réparerait s'est arrêtée à sa limite"};
inline constexpr Template impossible_together{"these rules cannot all hold, though each of them can: {0}",
                                              "ces règles ne peuvent tenir ensemble, alors que chacune le peut seule\u00A0: {0}"};
inline constexpr Template by_rule{"by {0}, {1} is {2}", "d'après {0}, {1} vaut {2}"};
inline constexpr Template figure_lies{"{0} is {1}", "{0} vaut {1}"};
inline constexpr Template since{"{0}, since {1}", "{0}, puisque {1}"};
inline constexpr Template may_be_several{
    "only {0} ({1}) links them: where its print stands for several facts, each with a value of its own, say so with `_each = true`",
    "seul {0} ({1}) les relie\u00A0: si ce qui est imprimé vaut pour plusieurs faits, chacun avec sa valeur, dites-le par `_each = true`"};
inline constexpr Template but_lies{"{0}; but it is {1}", "{0}\u00A0; or il vaut {1}"};
// rules, a sum of figures, what it should be, what it is
inline constexpr Template sum_of_rules{"{0} says that {1} is {2}; as printed it is {3}",
                                       "{0} dit que {1} vaut {2}\u00A0; d'après l'imprimé, cela vaut {3}"};
inline constexpr Template number_of_rule{"a number of the rule", "un nombre de la règle"};
inline constexpr Template figures_of{"figures: {0}", "chiffres\u00A0: {0}"};
inline constexpr Template no_fewer{"no fewer of the rules connected with these are impossible together",
                                   "il n'y a pas, parmi les règles liées à celles-ci, de plus petit groupe impossible"};
inline constexpr Template perhaps_fewer{"perhaps fewer of them are impossible already: that could not be decided",
                                        "peut-être une partie d'entre elles est-elle déjà impossible\u00A0: cela n'a pu être décidé"};
inline constexpr Template undecided_together{"it could not be decided whether these rules can all hold: {0}",
                                             "on n'a pu décider si ces règles peuvent tenir ensemble\u00A0: {0}"};
inline constexpr Template reasoning_cut_short{"reasoning over several rules was stopped at its bound; there may be more to say",
                                              "le raisonnement sur plusieurs règles s'est arrêté à sa limite\u00A0; il reste peut-être à dire"};

// The closing line.
inline constexpr Counted n_rules{{"{0} rule", "{0} règle"}, {"{0} rules", "{0} règles"}};
inline constexpr Counted n_instances{{"{0} check", "{0} vérification"}, {"{0} checks", "{0} vérifications"}};
inline constexpr Counted n_contradicted{{"{0} contradiction", "{0} contradiction"},
                                        {"{0} contradictions", "{0} contradictions"}};
inline constexpr Counted n_joint{{"{0} set of rules that cannot hold together", "{0} groupe de règles qui ne peuvent tenir ensemble"},
                                 {"{0} sets of rules that cannot hold together", "{0} groupes de règles qui ne peuvent tenir ensemble"}};
inline constexpr Counted n_unverifiable{{"{0} unverifiable", "{0} invérifiable"},
                                        {"{0} unverifiable", "{0} invérifiables"}};
inline constexpr Counted n_waived{{"{0} waived", "{0} sous dérogation"}, {"{0} waived", "{0} sous dérogation"}};
inline constexpr Counted n_vacuous{{"{0} rule that checks nothing", "{0} règle sans objet"},
                                   {"{0} rules that check nothing", "{0} règles sans objet"}};
inline constexpr Counted n_hold{{"{0} holds", "{0} tient"}, {"{0} hold", "{0} tiennent"}};
inline constexpr Counted n_figures{{"{0} figure", "{0} chiffre"}, {"{0} figures", "{0} chiffres"}};
inline constexpr Counted n_used{{"{0} of them used", "dont {0} utilisé"}, {"{0} of them used", "dont {0} utilisés"}};
inline constexpr Counted n_unlisted{
    {"{0} more finding over large tables is not listed (`--max-findings`)",
     "{0} autre constat sur de grandes tables n'est pas listé (`--max-findings`)"},
    {"{0} more findings over large tables are not listed (`--max-findings`)",
     "{0} autres constats sur de grandes tables ne sont pas listés (`--max-findings`)"}};
inline constexpr Counted n_unread{
    {"{0} text with a number could not be read as a figure (`crossfoot list` shows it)",
     "{0} texte contenant un nombre n'a pu être lu comme un chiffre (`crossfoot list` le montre)"},
    {"{0} texts with a number could not be read as figures (`crossfoot list` shows them)",
     "{0} textes contenant un nombre n'ont pu être lus comme des chiffres (`crossfoot list` les montre)"}};
inline constexpr Template nothing_wrong{"no contradiction", "aucune contradiction"};
// verdicts (checks of rules; figures, used ones)
inline constexpr Template summary_line{"{0} ({1} of {2}; {3}, {4})", "{0} ({1} de {2}\u00A0; {3}, {4})"};

// Held against a baseline. The word stands beside the severity of a finding.
inline constexpr Template standing_new{"new", "nouveau"};
inline constexpr Template standing_known{"known", "connu"};
inline constexpr Template standing_worse{"worse", "aggravé"};
inline constexpr Template in_brackets{"{0} ({1})", "{0} ({1})"};
inline constexpr Template fixed_finding{"fixed", "corrigé"};
inline constexpr Counted n_new{{"{0} new", "{0} nouveau"}, {"{0} new", "{0} nouveaux"}};
inline constexpr Counted n_worse{{"{0} worse", "{0} aggravé"}, {"{0} worse", "{0} aggravés"}};
inline constexpr Counted n_known{{"{0} known", "{0} connu"}, {"{0} known", "{0} connus"}};
inline constexpr Counted n_fixed{{"{0} fixed", "{0} corrigé"}, {"{0} fixed", "{0} corrigés"}};
inline constexpr Counted n_not_run{{"{0} not compared, its rule was not run", "{0} non comparé, sa règle n'étant pas exécutée"},
                                   {"{0} not compared, their rules were not run",
                                    "{0} non comparés, leurs règles n'étant pas exécutées"}};
inline constexpr Template against_baseline{"against the baseline: {0}", "par rapport à la référence\u00A0: {0}"};
inline constexpr Template not_json{"it is not JSON", "ce n'est pas du JSON"};
inline constexpr Template not_a_run{"its `{0}` is missing or is not what a run has there",
                                    "son `{0}` manque ou n'est pas ce qu'une exécution y met"};

}  // namespace crossfoot::reports::words
