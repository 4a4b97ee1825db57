// The words of what the rules would notice, in both languages. No-break spaces stand as \u00A0.
#pragma once

#include "reports/messages.hpp"

namespace crossfoot::reports::html::words {

using reports::words::Counted;

inline constexpr Template strength{"What the rules would notice", "Ce que les règles remarqueraient"};
// {0}: "26,354 slips", {1}: "35.2 %", {2}: a sentence of those below
inline constexpr Template about_strength{
    "Each figure was printed otherwise and checked again, with the slips that happen in copying: a digit replaced, left out "
    "or exchanged with its neighbour, the other sign, ten times too much or too little. Of {0}, the rules notice {1}. "
    "{2}",
    "Chaque nombre du rapport a été imprimé autrement, puis vérifié de nouveau, avec les fautes que l'on fait en recopiant\u00A0: un "
    "chiffre remplacé, omis ou interverti avec son voisin, l'autre signe, dix fois trop ou dix fois trop peu. Sur {0}, les "
    "règles en remarquent {1}. {2}"};
inline constexpr Template all_protected{"Of every figure some slip is noticed.", "De chaque chiffre, quelque faute serait remarquée."};
inline constexpr Counted some_unprotected{
    {"{0} of {1} is unprotected: no change of it that was tried would be noticed.",
     "{0} sur {1} est sans protection\u00A0: aucun des changements essayés n'en serait remarqué."},
    {"{0} of {1} are unprotected: no change of them that was tried would be noticed.",
     "{0} sur {1} sont sans protection\u00A0: aucun des changements essayés n'en serait remarqué."}};
inline constexpr Template bars_of_strength{"The bar is the part of the slips that is noticed.",
                                           "La barre est la part des fautes remarquées."};
inline constexpr Template slips_noticed{"Slips noticed", "Fautes remarquées"};
inline constexpr Template figures{"Figures", "Chiffres"};
inline constexpr Template unprotected_ones{"Unprotected", "Sans protection"};
inline constexpr Template each_figure{"Each figure", "Chaque chiffre"};
inline constexpr Template goes_unnoticed{"Goes unnoticed", "Passerait inaperçu"};
inline constexpr Template surely_noticed{"Surely noticed from", "Sûrement remarqué dès"};
inline constexpr Template anything{"anything", "tout"};
inline constexpr Template slip_of{"± {0}", "±\u00A0{0}"};
inline constexpr Template unprotected{"unprotected", "sans protection"};
inline constexpr Template share_of_slips{"{0} of {1}", "{0} sur {1}"};
inline constexpr Template about_columns{
    "What goes unnoticed: the values between which the figure could be printed without any rule objecting. A slip of the "
    "size in the last column, or more, is always noticed; nothing stands there where that was not proved.",
    "Ce qui passerait inaperçu\u00A0: les valeurs entre lesquelles le chiffre pourrait être imprimé sans qu'aucune règle "
    "n'y trouve à redire. Un écart aussi grand que celui de la dernière colonne est toujours remarqué\u00A0; rien n'y "
    "figure là où cela n'est pas prouvé."};
// The filter.
inline constexpr Template protection{"Protection", "Protection"};
inline constexpr Template any_protection{"All", "Toutes"};
inline constexpr Template partly{"some slips noticed", "fautes remarquées en partie"};
inline constexpr Template wholly{"every slip noticed", "toutes les fautes remarquées"};
inline constexpr Template order{"Order", "Ordre"};
inline constexpr Template weakest_first{"the weakest first", "les plus faibles d'abord"};
inline constexpr Template as_they_stand{"as in the dataset", "comme dans les données"};
inline constexpr Template widest_first{"the largest unnoticed slip first", "le plus grand écart inaperçu d'abord"};
inline constexpr Template figures_shown{"{0} of {1} shown", "{0} sur {1} affichés"};
inline constexpr Template strong_ones_left_out{"{0} more figures, better guarded, are not listed.",
                                               "{0} autres chiffres, mieux protégés, ne sont pas listés."};
inline constexpr Template strong_ones_unprinted{"Figures of which every slip is noticed are not printed: {0}.",
                                                "Les chiffres dont toute faute est remarquée ne sont pas imprimés\u00A0: {0}."};

}  // namespace crossfoot::reports::html::words
