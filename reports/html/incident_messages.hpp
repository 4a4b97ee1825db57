// The words of incidents and of what cannot be true together, in both languages. No-break spaces stand as \u00A0.
#pragma once

#include "reports/messages.hpp"

namespace crossfoot::reports::html::words {

using reports::words::Counted;

// Headings, and the counts under the verdict.
inline constexpr Template incidents{"Incidents", "Incidents"};
inline constexpr Template joint{"Impossible together", "Impossibles ensemble"};

// After the verdict.
inline constexpr Counted make_incidents{{"They come down to {0} incident.", "Tout se ramène à {0} incident."},
                                        {"They come down to {0} incidents.", "Tout se ramène à {0} incidents."}};
inline constexpr Counted also_joint{
    {"Besides, {0} set of rules cannot hold together, though each rule can by itself.",
     "En outre, {0} groupe de règles ne peut tenir ensemble, alors que chaque règle le peut seule."},
    {"Besides, {0} sets of rules cannot hold together, though each rule can by itself.",
     "En outre, {0} groupes de règles ne peuvent tenir ensemble, alors que chaque règle le peut seule."}};
inline constexpr Counted only_joint{
    {"No check is contradicted by itself, but {0} set of rules cannot hold together.",
     "Aucune vérification n'est contredite à elle seule, mais {0} groupe de règles ne peut tenir ensemble."},
    {"No check is contradicted by itself, but {0} sets of rules cannot hold together.",
     "Aucune vérification n'est contredite à elle seule, mais {0} groupes de règles ne peuvent tenir ensemble."}};

// Incidents.
inline constexpr Template about_incidents{
    "Contradictions that have figures in common, and the fewest figures to change so that all of them disappear and no "
    "other rule breaks. Each way was proved by checking again; which one is right, only the source can tell.",
    "Les contradictions qui ont des chiffres en commun, et le moins de chiffres à changer pour qu'elles disparaissent "
    "toutes sans qu'aucune autre règle ne soit contredite. Chaque possibilité a été prouvée par une nouvelle "
    "vérification\u00A0; laquelle est la bonne, seule la source peut le dire."};
inline constexpr Template incident{"Incident {0}", "Incident {0}"};
inline constexpr Template one_figure{"One figure to look at", "Un seul chiffre en cause"};
inline constexpr Template one_of{"One of {0} figures is to be changed", "Un chiffre sur {0} est à changer"};
inline constexpr Template several_figures{"{0} figures to change together", "{0} chiffres à changer ensemble"};
inline constexpr Template one_way_of{"{0} ways, each of several figures", "{0} possibilités, de plusieurs chiffres chacune"};
inline constexpr Template no_way{"No repair was found", "Aucune réparation trouvée"};
inline constexpr Counted explains{{"{0} contradiction:", "{0} contradiction\u00A0:"},
                                  {"{0} contradictions:", "{0} contradictions\u00A0:"}};
inline constexpr Template repairs{"What would repair it", "Ce qui réparerait tout"};
inline constexpr Template either{"Either these together", "Soit ceux-ci ensemble"};
inline constexpr Template or_these{"Or these together", "Soit encore ceux-ci ensemble"};
inline constexpr Template proposed{"To be printed", "À imprimer"};
inline constexpr Template rest_says{"By all the rest", "D'après le reste"};
inline constexpr Template only_bound{"{0} (a bound)", "{0} (encadrement)"};
inline constexpr Template more_ways{"The search was stopped at its bound; there may be other ways.",
                                    "La recherche s'est arrêtée à sa limite\u00A0; il y a peut-être d'autres possibilités."};

inline constexpr Template more_incidents{"{0} more incidents are not shown.", "{0} autres incidents ne sont pas montrés."};

// What cannot be true together.
inline constexpr Template about_joint{
    "Each of these rules can hold by itself, because rounding leaves room; all of them at once cannot. One of the figures or one of the "
    "rules is wrong.",
    "Chacune de ces règles peut tenir seule, car l'arrondi laisse du jeu\u00A0; toutes à la fois ne le peuvent pas. L'un "
    "des chiffres, ou l'une des règles, est faux."};
inline constexpr Template cannot_all_hold{"{0} rules that cannot all hold", "{0} règles qui ne peuvent toutes tenir"};
inline constexpr Template joint_figures{"The figures that matter", "Les chiffres qui comptent"};

}  // namespace crossfoot::reports::html::words
