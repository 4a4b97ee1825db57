// The words of what is said of rules as rules, in both languages: their strength, and lint.
#pragma once

#include "reports/messages.hpp"

namespace crossfoot::reports::words {

// Strength.
inline constexpr Template strength{"strength", "protection"};
inline constexpr Template strength_unprotected{"No rule would notice another print of these figures",
                                               "Aucune règle ne remarquerait que ces chiffres soient imprimés autrement"};
inline constexpr Template strength_weakest{"The weakest of the others", "Les plus faibles des autres"};
inline constexpr Template strength_chapters{"Typical slips that the rules catch",
                                            "Fautes typiques que les règles remarquent"};
inline constexpr Template heading_of{"{0}: {1}", "{0}\u00A0: {1}"};
inline constexpr Template unnoticed_range{"unnoticed: {0}", "inaperçu\u00A0: {0}"};
inline constexpr Template unnoticed_surely{"unnoticed: {0}; a slip of {1} or more is caught",
                                           "inaperçu\u00A0: {0}\u00A0; un écart de {1} ou plus est remarqué"};
inline constexpr Counted n_unprotected{{"{0} unprotected", "{0} sans protection"},
                                       {"{0} unprotected", "{0} sans protection"}};
inline constexpr Counted n_slips{{"{0} slip", "{0} faute"}, {"{0} slips", "{0} fautes"}};
inline constexpr Template strength_overall{"{0} of {1} are caught; {2}, {3}", "{0} de {1} sont remarquées\u00A0; {2}, {3}"};
inline constexpr Template strength_nothing{"no figure could be measured", "aucun chiffre n'a pu être mesuré"};

// Lint: headlines. {0}: a rule in quotes, or several in a list.
inline constexpr Template lint_contradiction{"{0} are never both true", "{0} ne sont jamais vraies ensemble"};
inline constexpr Template lint_contradiction_of_several{"{0} are never all true", "{0} ne sont jamais toutes vraies"};
inline constexpr Template lint_self_contradiction{"`{0}` contradicts itself", "`{0}` se contredit"};
inline constexpr Template lint_never_holds{"no figures make `{0}` true", "aucun nombre ne peut rendre `{0}` vraie"};
inline constexpr Template lint_by_form{"`{0}` is true by its form", "`{0}` est vraie par sa forme"};
inline constexpr Template lint_never_fails{"`{0}` notices no typical slip in its {1}",
                                           "`{0}` ne remarque aucune faute typique dans\u00A0: {1}"};
inline constexpr Template lint_same{"`{0}` asserts what `{1}` asserts", "`{0}` affirme la même chose que `{1}`"};
inline constexpr Template lint_follows{"`{0}` follows from {1}", "`{0}` découle de {1}"};
inline constexpr Template lint_bases{"`{0}` adds shares or changes of different wholes",
                                     "`{0}` additionne des parts ou des évolutions qui ne se rapportent pas au même tout"};
inline constexpr Template lint_binds_nothing{"`{0}` finds nothing to check", "`{0}` ne trouve rien à vérifier"};
inline constexpr Template lint_hidden{"the definition `{0}` hides the built-in function of its name",
                                      "la définition `{0}` cache la fonction du même nom"};
inline constexpr Template lint_unused{"no rule uses the definition `{0}`", "aucune règle n'utilise la définition `{0}`"};
// … and what is said beside them.
inline constexpr Template lint_too_wide{"rounding, or the rule's own tolerance, allows more than any digit replaced, omitted "
                                        "or exchanged, another sign or a factor of ten would change",
                                        "l'arrondi, ou la tolérance de la règle, permet plus que ne changeraient un chiffre "
                                        "remplacé, omis ou interverti, un autre signe ou un facteur dix"};
inline constexpr Template lint_whatever{"it holds whatever the figures are", "elle est vraie quels que soient les nombres"};
inline constexpr Template lint_by_rounding{"where the others are true, so is this one; it may still notice what rounding lets each of them pass",
                                           "là où les autres sont vraies, celle-ci l'est aussi\u00A0; elle peut encore remarquer ce que "
                                           "l'arrondi laisse passer à chacune"};
inline constexpr Template lint_undecided{"what {0} say together was not decided within the bound",
                                         "ce que disent ensemble {0} n'a pas été décidé dans la limite fixée"};
inline constexpr Template lint_no_solver{"what {0} say together was not looked at: this program was built without a solver (Z3)",
                                         "ce que disent ensemble {0} n'a pas été examiné\u00A0: ce programme est construit sans "
                                         "solveur (Z3)"};
inline constexpr Template lint_wholes{"the wholes are `{0}` ({1}) and `{2}` ({3})",
                                      "les totaux sont `{0}` ({1}) et `{2}` ({3})"};
inline constexpr Counted n_warnings{{"{0} warning", "{0} avertissement"}, {"{0} warnings", "{0} avertissements"}};
inline constexpr Template lint_summary{"{0}, {1} in {2}", "{0}, {1} pour {2}"};
inline constexpr Template lint_nothing{"nothing to remark in {0}", "rien à signaler pour {0}"};

}  // namespace crossfoot::reports::words
