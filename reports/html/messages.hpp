// The words of the page in both languages. No-break spaces stand as \u00A0.
#pragma once

#include "reports/messages.hpp"

namespace crossfoot::reports::html::words {

using reports::words::Counted;

// The head and the foot.
inline constexpr Template kind{"Consistency of figures", "Cohérence des chiffres"};
inline constexpr Template page_title{"{0} – consistency of figures", "{0} – cohérence des chiffres"};
inline constexpr Template skip{"Skip to the content", "Aller au contenu"};
inline constexpr Template contents{"Contents", "Sommaire"};
inline constexpr Template written_by{"Written by crossfoot {0} from the dataset {1}.",
                                     "Établi par crossfoot {0} à partir du jeu de données {1}."};

// The verdict in one sentence.
inline constexpr Counted n_contradicted{
    {"{0} of {1} is contradicted by the printed figures: {2}.",
     "{0} vérification sur {1} est contredite par les chiffres imprimés\u00A0: {2}."},
    {"{0} of {1} are contradicted by the printed figures: {2}.",
     "{0} vérifications sur {1} sont contredites par les chiffres imprimés\u00A0: {2}."}};
inline constexpr Counted n_checks{{"{0} check", "{0}"}, {"{0} checks", "{0}"}};   // French has named them before
inline constexpr Counted part_holds{
    {"No contradiction: {0} of {1} holds ({2}).", "Aucune contradiction\u00A0: {0} vérification sur {1} tient ({2})."},
    {"No contradiction: {0} of {1} hold ({2}).",
     "Aucune contradiction\u00A0: {0} vérifications sur {1} tiennent ({2})."}};
inline constexpr Counted all_hold{
    {"No contradiction: the only check holds.", "Aucune contradiction\u00A0: la seule vérification tient."},
    {"No contradiction: all {0} checks hold.", "Aucune contradiction\u00A0: les {0} vérifications tiennent."}};
inline constexpr Template nothing_checked{"Nothing was checked.", "Rien n'a été vérifié."};
inline constexpr Counted n_warnings{{"{0} warning", "{0} avertissement"}, {"{0} warnings", "{0} avertissements"}};
inline constexpr Counted n_infos{{"{0} remark", "{0} information"}, {"{0} remarks", "{0} informations"}};

// The counts under the verdict.
inline constexpr Template contradictions{"Contradictions", "Contradictions"};
inline constexpr Template unverifiable_ones{"Unverifiable", "Invérifiables"};
inline constexpr Template waived_ones{"Waived", "Sous dérogation"};
inline constexpr Template holding{"Hold", "Vérifiées"};
inline constexpr Template of_rules{"Rules", "Règles"};
inline constexpr Template figures_used{"Figures used", "Chiffres utilisés"};
inline constexpr Template of_all{"{0} of {1}", "{0} sur {1}"};

// Headings of the sections.
inline constexpr Template by_chapter{"By chapter", "Par chapitre"};
inline constexpr Template close_to_limit{"Hold only just", "Tout juste dans la tolérance"};
inline constexpr Template not_verified{"Could not be verified", "Ce qui n'a pu être vérifié"};
inline constexpr Template under_waiver{"Waived contradictions", "Contradictions sous dérogation"};
inline constexpr Template apply_to_nothing{"Rules that apply to nothing", "Règles sans objet"};
inline constexpr Template all_checks{"All checks", "Toutes les vérifications"};
inline constexpr Template unused_figures{"Figures that no rule uses", "Chiffres qu'aucune règle n'utilise"};
inline constexpr Template how_to_read{"How to read this page", "Comment lire cette page"};

// By chapter.
inline constexpr Template chapter{"Chapter", "Chapitre"};
inline constexpr Template checks{"Checks", "Vérifications"};
inline constexpr Template contradicted_column{"Contradicted", "Contredites"};
inline constexpr Template as_printed{"Hold as printed", "Vérifiées telles quelles"};
inline constexpr Template by_rounding{"Hold within rounding", "Vérifiées à l'arrondi près"};
inline constexpr Template no_chapter{"Outside any chapter", "Hors chapitre"};
inline constexpr Template total{"Total", "Total"};
inline constexpr Template bars_mean{
    "Each bar is as long as the chapter has checks, from left to right: contradicted, unverifiable, waived, holding "
    "within rounding, holding as printed.",
    "Chaque barre est aussi longue que le chapitre compte de vérifications, de gauche à droite\u00A0: contredites, "
    "invérifiables, sous dérogation, vérifiées à l'arrondi près, vérifiées telles quelles."};

// Contradictions.
inline constexpr Template no_contradiction{"No check is contradicted.", "Aucune vérification n'est contredite."};
inline constexpr Template sorted_by_weight{
    "Errors first, then warnings; among them, first what exceeds its allowance by the largest part of the figure.",
    "Les erreurs d'abord, puis les avertissements\u00A0; dans chaque groupe, d'abord ce qui dépasse sa tolérance de "
    "la plus grande part du chiffre."};
inline constexpr Template number{"No.\u00A0{0}", "N°\u00A0{0}"};
inline constexpr Template more_contradictions{
    "{0} lighter ones are not shown in full; they stand in the table of all checks.",
    "{0} autres, moins graves, ne sont pas détaillées\u00A0; elles figurent au tableau de toutes les vérifications."};
inline constexpr Template trace{"Arithmetic", "Calcul"};
inline constexpr Template figure{"Figure", "Chiffre"};
inline constexpr Template printed{"Printed", "Imprimé"};
inline constexpr Template value{"Value", "Valeur"};
inline constexpr Template true_values{"True values", "Valeurs vraies"};
inline constexpr Template dataset{"Dataset", "Jeu de données"};
inline constexpr Template draft{"Draft line", "Ligne du texte"};
inline constexpr Template recomputed{"Recomputed", "Recalculé"};
inline constexpr Template required{"Required by the rule", "Exigé par la règle"};
inline constexpr Template also_used{"Also used", "Aussi utilisés"};
inline constexpr Template gap{"Gap", "Écart"};
inline constexpr Template asked_within{"Asked for (`within`)", "Demandé (`within`)"};
inline constexpr Template allowance{"Allowance", "Tolérance"};
inline constexpr Template excess{"Excess", "Dépassement"};
inline constexpr Template excess_part{"{0}, {1} of the figure", "{0}, soit {1} du chiffre"};
inline constexpr Template rule{"Rule", "Règle"};
inline constexpr Template note{"Note", "Note"};
inline constexpr Template likely{"Likely", "Piste"};
inline constexpr Template reason{"Reason", "Motif"};
inline constexpr Template labelled{"{0}: ", "{0}\u00A0: "};
inline constexpr Template exact{"exact", "exact"};
inline constexpr Counted more_figures{{"and {0} more figure", "et {0} autre chiffre"},
                                      {"and {0} more figures", "et {0} autres chiffres"}};

// The axis.
inline constexpr Template axis_title{"Both sides on one axis", "Les deux côtés sur un même axe"};
inline constexpr Template printed_line{"Printed, line {0}", "Imprimé, ligne {0}"};
inline constexpr Template axis_gap{"gap {0}", "écart {0}"};
inline constexpr Template axis_void{"no value in common", "aucune valeur commune"};

// Hold only just.
inline constexpr Template about_tight{
    "The gap between the printed values takes 95 % or more of what rounding allows. Each of these is possible; one "
    "more digit would decide it.",
    "L'écart entre les valeurs imprimées prend au moins 95\u00A0% de ce que l'arrondi permet. Chacune de ces "
    "vérifications reste possible\u00A0; un chiffre de plus trancherait."};
inline constexpr Template check{"Check", "Vérification"};
inline constexpr Template result{"Result", "Résultat"};
inline constexpr Template used_part{"Used", "Part utilisée"};
inline constexpr Template percent{"{0} %", "{0}\u00A0%"};

// Unverifiable, vacuous.
inline constexpr Template more_open{"{0} more are not shown in full; they stand in the table of all checks.",
                                    "{0} autres ne sont pas détaillées\u00A0; elles figurent au tableau de toutes les "
                                    "vérifications."};
inline constexpr Template missing_figures{"Missing figures", "Chiffres manquants"};

// All checks.
inline constexpr Template search{"Search in the text", "Chercher dans le texte"};
inline constexpr Template verdict{"Verdict", "Verdict"};
inline constexpr Template any_verdict{"All", "Tous"};
inline constexpr Template any_chapter{"All", "Tous"};
inline constexpr Template clear{"Clear", "Effacer"};
inline constexpr Template show_figures{"Show the figures of every line", "Montrer les chiffres de chaque ligne"};
inline constexpr Template keys{"The key / goes to the search, Escape clears it.",
                               "La touche / mène à la recherche, Échap l'efface."};
inline constexpr Template shown{"{0} of {1} shown", "{0} sur {1} affichées"};
inline constexpr Template option{"{0} ({1})", "{0} ({1})"};
inline constexpr Template contradicted{"contradicted", "contredit"};
inline constexpr Template waived{"waived", "sous dérogation"};
inline constexpr Template holds_as_printed{"holds as printed", "vérifié tel quel"};
inline constexpr Template holds_rounded{"holds within rounding", "vérifié à l'arrondi près"};
inline constexpr Template holds_within{"holds within the stated tolerance", "vérifié à la tolérance énoncée près"};
inline constexpr Template see{"see {0}", "voir {0}"};
inline constexpr Template rows_left_out{"{0} more checks hold and are not listed.",
                                        "{0} autres vérifications tiennent et ne sont pas listées."};

// Figures that no rule uses.
inline constexpr Template about_unused{
    "No rule looks at these figures: whatever they are, nothing on this page would change.",
    "Aucune règle ne regarde ces chiffres\u00A0: quels qu'ils soient, rien ne changerait sur cette page."};
inline constexpr Template every_figure_used{"Every figure is used by a rule.",
                                            "Chaque chiffre est utilisé par une règle."};
inline constexpr Template unused_of{"{0} of {1} figures", "{0} chiffres sur {1}"};
inline constexpr Template unread{"Texts with a number that could not be read as figures",
                                 "Textes contenant un nombre, non lus comme des chiffres"};
inline constexpr Template section{"Where", "Où"};

// How to read this page: a term and what it means.
struct Explained {
    Template term, meaning;
};
inline constexpr Explained kGuide[] = {
    {{"True values", "Valeurs vraies"},
     {"A printed figure stands for every value that prints like it: 19.7 for all from 19.65 to 19.75. Counts and "
      "amounts printed in full are exact.",
      "Un chiffre imprimé tient lieu de toutes les valeurs qui s'impriment comme lui\u00A0: 19,7 pour toutes celles "
      "de 19,65 à 19,75. Les comptes et les montants imprimés en entier sont exacts."}},
    {{"Contradicted", "Contredit"},
     {"No true values can satisfy the rule. This is a proof, not an estimate: at least one of the figures named, or "
      "the rule, is wrong.",
      "Aucune valeur vraie ne peut satisfaire la règle. C'est une preuve, non une estimation\u00A0: l'un au moins des "
      "chiffres cités, ou la règle, est faux."}},
    {{"Holds as printed, within rounding, within the stated tolerance",
      "Vérifié tel quel, à l'arrondi près, à la tolérance énoncée près"},
     {"The printed figures satisfy the rule themselves; only values that round to them do; or only the tolerance that "
      "the rule states makes it hold.",
      "Les chiffres imprimés satisfont la règle d'eux-mêmes\u00A0; seules des valeurs qui s'arrondissent à eux la "
      "satisfont\u00A0; ou seule la tolérance que la règle énonce la fait tenir."}},
    {{"Unverifiable", "Invérifiable"},
     {"A figure that the rule needs is missing, or something cannot be computed. A missing figure is never taken for "
      "0.",
      "Un chiffre dont la règle a besoin manque, ou un calcul est impossible. Un chiffre manquant n'est jamais pris "
      "pour 0."}},
    {{"Waived", "Sous dérogation"},
     {"Contradicted, but accepted by a waiver whose reason is given. It dies as soon as one of its figures changes.",
      "Contredit, mais accepté par une dérogation dont le motif est donné. Elle tombe dès que l'un de ses chiffres "
      "change."}},
    {{"Gap and allowance", "Écart et tolérance"},
     {"The gap is the distance between the two printed values. The allowance is what rounding explains of it. A check "
      "whose allowance is as large as the figure itself proves little.",
      "L'écart est la distance entre les deux valeurs imprimées. La tolérance est ce que l'arrondi en explique. Une "
      "vérification dont la tolérance est aussi grande que le chiffre lui-même prouve peu."}},
    {{"Diagrams", "Schémas"},
     {"Bars are ranges of true values; a bar that ends in a stroke contains its end, one that ends in a ring does "
      "not, an arrow has no end. A diamond is the printed value. Where the ranges do not meet, the shaded strip holds "
      "the values that neither allows.",
      "Les barres sont des intervalles de valeurs vraies\u00A0; un trait au bout signifie que la borne est comprise, "
      "un anneau qu'elle est exclue, une flèche qu'il n'y en a pas. Le losange est la valeur imprimée. Là où les "
      "intervalles ne se rejoignent pas, la bande teintée couvre les valeurs qu'aucun des deux ne permet."}},
    {{"Places", "Emplacements"},
     {"File, line and column in the dataset; and the line of the text from which the figure was taken.",
      "Fichier, ligne et colonne dans le jeu de données\u00A0; et ligne du texte d'où le chiffre a été tiré."}},
};

}  // namespace crossfoot::reports::html::words
