#include "engine/quantity/numeral_grammar.hpp"

#include <algorithm>
#include <boost/fusion/include/adapt_struct.hpp>
#include <boost/range/iterator_range.hpp>
#include <boost/spirit/home/x3.hpp>
#include <boost/spirit/home/x3/support/ast/variant.hpp>

#include "engine/text/text_form.hpp"

namespace crossfoot {
namespace grammar {

namespace x3 = boost::spirit::x3;

using Iterator = const char*;
using Piece = boost::iterator_range<Iterator>;

// Syntax as X3 fills it; lowered to NumeralSyntax below.
struct Amount {
    Piece sign, currency, numeral, unit;
};
struct Span {
    const RangeWords* opener = nullptr;
    Amount low;
    Piece connective;
    Amount high;
};
struct Multiple {
    const FactorIntroduction* introduction = nullptr;
    Piece numeral;
};
using Body = x3::variant<const FractionWord*, const FactorWord*, Multiple, Amount, Span>;
struct Print {
    const Lead* first = nullptr;
    const Lead* second = nullptr;
    const Lead* third = nullptr;
    Body body;
};

}  // namespace grammar
}  // namespace crossfoot

BOOST_FUSION_ADAPT_STRUCT(crossfoot::grammar::Amount, sign, currency, numeral, unit)
BOOST_FUSION_ADAPT_STRUCT(crossfoot::grammar::Span, opener, low, connective, high)
BOOST_FUSION_ADAPT_STRUCT(crossfoot::grammar::Multiple, introduction, numeral)
BOOST_FUSION_ADAPT_STRUCT(crossfoot::grammar::Print, first, second, third, body)

namespace crossfoot {
namespace grammar {

// The lexicon of one language as tries, each longest match first.
struct Vocabulary {
    x3::symbols<const Lead*> leads;
    x3::symbols<const NumberWord*> numbers;
    x3::symbols<const FractionWord*> fractions;
    x3::symbols<const FactorWord*> factors;
    x3::symbols<const FactorIntroduction*> introductions;
    x3::symbols<const RangeWords*> openers;
    x3::symbols<const RangeWords*> connectives;
};

// What every parser of a run may ask for.
struct Here {
    const Vocabulary& vocabulary;
    const Lexicon& lexicon;
    Signs signs;
    char decimal;
    std::array<char, 3> groups;
};
struct HereTag;

// One trie of the vocabulary. An absent optional word is null and takes nothing.
template <auto Member, bool Optional = false>
struct Words : x3::parser<Words<Member, Optional>> {
    using attribute_type = typename std::remove_cvref_t<decltype(std::declval<Vocabulary>().*Member)>::value_type;
    static constexpr bool has_attribute = true;

    template <class Context, class RContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RContext&, Attribute& attribute) const {
        if (Optional && first != last && *first >= '0' && *first <= '9') return true;   // no word begins with a digit
        const Vocabulary& vocabulary = x3::get<HereTag>(context).get().vocabulary;
        return (vocabulary.*Member).parse(first, last, context, x3::unused, attribute) || Optional;
    }
};

// One character for which Allows(character, here) is true.
template <class Allows>
struct Sign : x3::parser<Sign<Allows>> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    template <class Context, class RContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RContext&, Attribute&) const {
        if (first == last || !Allows{}(*first, x3::get<HereTag>(context).get())) return false;
        ++first;
        return true;
    }
};
struct AllowsGroup {
    bool operator()(char c, const Here& here) const { return std::find(here.groups.begin(), here.groups.end(), c) != here.groups.end(); }
};
struct AllowsDecimal {
    bool operator()(char c, const Here& here) const { return c == here.decimal; }
};

// Takes nothing; succeeds where Holds(here) is true.
template <class Holds>
struct Where : x3::parser<Where<Holds>> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    template <class Context, class RContext, class Attribute>
    bool parse(Iterator&, const Iterator&, const Context& context, RContext&, Attribute&) const {
        return Holds{}(x3::get<HereTag>(context).get());
    }
};
struct OwnSigns {
    bool operator()(const Here& here) const { return here.signs == Signs::own; }
};
// an English habit, as the comma that groups is
struct CurrencyBefore {
    bool operator()(const Here& here) const { return here.lexicon.comma_groups; }
};

const Words<&Vocabulary::leads, true> lead;
const Words<&Vocabulary::numbers> number_word;
const Words<&Vocabulary::fractions> fraction;
const Words<&Vocabulary::factors> factor;
const Words<&Vocabulary::introductions> introduction;
const Words<&Vocabulary::openers, true> opener;
const Words<&Vocabulary::connectives> connective;
const Sign<AllowsGroup> group_sign;
const Sign<AllowsDecimal> decimal_mark;
const Where<OwnSigns> own;
const Where<CurrencyBefore> currency_may_precede;

const auto digit = x3::char_('0', '9');
const auto grouped = x3::repeat(1, 3)[digit] >> +(group_sign >> x3::repeat(3)[digit] >> !digit);
const auto own_number = (grouped | +digit) >> -(decimal_mark >> +digit);
const auto foreign_number = digit >> *(-x3::char_(" ',.") >> digit);
const auto whole_word = number_word >> &(x3::lit(' ') | x3::eoi);
const auto number = (own >> own_number) | (!own >> foreign_number);
const auto sign = x3::char_("+-") >> *x3::lit(' ');
// the dollar, pound and euro signs, a dollar with its country, or three capitals that the units must know
const auto capital = x3::char_('A', 'Z');
const auto currency = (x3::lit('$') | "£" | "€" | (x3::repeat(1, 2)[capital] >> '$') | x3::repeat(3)[capital]) >> *x3::lit(' ');
const auto join = x3::omit[connective] >> &(-sign >> -(currency_may_precede >> currency) >> (digit | x3::omit[whole_word]));

const x3::rule<struct numeral_id, Piece> numeral = "a number";
const x3::rule<struct amount_id, Amount> amount = "a number with its unit";
const x3::rule<struct span_id, Span> span = "a range";
const x3::rule<struct multiple_id, Multiple> multiple = "a factor";
const x3::rule<struct body_id, Body> body = "a figure";
const x3::rule<struct print_id, Print> print = "a printed number";

const auto numeral_def = x3::raw[number | x3::omit[whole_word]];
const auto amount_def = x3::raw[-sign] >> x3::raw[-(currency_may_precede >> currency)] >> numeral >> x3::raw[*(x3::char_ - join)];
const auto span_def = opener >> amount >> x3::raw[join] >> amount;
const auto multiple_def = introduction >> numeral;
// an amount first: nearly all prints are one; a fraction may begin with a number word (`un quart`)
const auto body_def = (fraction >> x3::eoi) | (amount >> x3::eoi) | (factor >> x3::eoi) | (multiple >> x3::eoi) | (span >> x3::eoi);
const auto print_def = lead >> lead >> lead >> body;

BOOST_SPIRIT_DEFINE(numeral, amount, span, multiple, body, print)

template <class Symbols, class Word>
void enter(Symbols& symbols, std::string_view phrase, const Word* word, bool before_another) {
    for (const std::string& form : printed_forms(phrase, before_another)) symbols.add(form, word);
}

// A sign, which may touch its number, is a phrase without letters.
bool is_sign(std::string_view phrase) { return phrase.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos; }

Vocabulary make_vocabulary(const Lexicon& words) {
    Vocabulary out;
    for (const Lead& each : words.leads) {
        enter(out.leads, each.phrase, &each, true);
        if (is_sign(each.phrase)) enter(out.leads, each.phrase, &each, false);   // "~40"
    }
    for (const NumberWord& each : words.numbers) enter(out.numbers, each.word, &each, false);
    for (const FractionWord& each : words.fractions) enter(out.fractions, each.phrase, &each, false);
    for (const FactorWord& each : words.factors) enter(out.factors, each.phrase, &each, false);
    for (const FactorIntroduction& each : words.factor_introductions) {
        enter(out.introductions, each.phrase, &each, true);
        if (each.sign) enter(out.introductions, each.phrase, &each, false);
    }
    for (const RangeWords& each : words.ranges) {
        if (!each.opener.empty()) enter(out.openers, each.opener, &each, true);
        out.connectives.add(std::string(" ").append(each.connective).append(" "), &each);
    }
    return out;
}

const Vocabulary& vocabulary(Language language) {
    static const Vocabulary french = make_vocabulary(french_lexicon());
    static const Vocabulary english = make_vocabulary(english_lexicon());
    return language == Language::fr ? french : english;
}

std::string_view view(Piece piece) { return {piece.begin(), piece.size()}; }

std::string_view trimmed(std::string_view text) {
    if (text.starts_with(' ')) text.remove_prefix(1);
    if (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

const NumberWord* word_of(std::string_view text, Language language) {
    const NumberWord* word = nullptr;
    Iterator at = text.data();
    vocabulary(language).numbers.parse(at, text.data() + text.size(), x3::unused, x3::unused, word);
    return word;
}

template <class Syntax>
void lower_numeral(Piece piece, Language language, Syntax& out) {
    out.numeral = view(piece);
    const bool digits = out.numeral[0] >= '0' && out.numeral[0] <= '9';
    if (!digits) out.word = word_of(out.numeral, language);
}

AmountSyntax lower(const Amount& from, Language language) {
    AmountSyntax out;
    out.signed_ = !from.sign.empty();
    out.negative = out.signed_ && *from.sign.begin() == '-';
    out.currency = trimmed(view(from.currency));
    lower_numeral(from.numeral, language, out);
    out.unit = trimmed(view(from.unit));
    return out;
}

bool is_direction(const Lead* word) { return word != nullptr && (word->kind == LeadKind::fall || word->kind == LeadKind::rise); }

}  // namespace grammar

std::optional<NumeralSyntax> parse_numeral(std::string_view text, Language language, Signs signs, NumberSigns declared) {
    namespace x3 = boost::spirit::x3;
    grammar::Print print;
    grammar::Iterator at = text.data();
    const grammar::Here here{grammar::vocabulary(language), lexicon(language), signs, decimal_sign(language, declared),
                             group_signs(language, declared)};
    const auto parser = x3::with<grammar::HereTag>(std::cref(here))[grammar::print];
    if (!x3::parse(at, text.data() + text.size(), parser, print)) return std::nullopt;

    NumeralSyntax out;
    out.leads = {print.first, print.second, print.third};
    if (const auto* const* fraction = boost::get<const FractionWord*>(&print.body.get())) {
        out.body = *fraction;
    } else if (const auto* const* factor = boost::get<const FactorWord*>(&print.body.get())) {
        out.body = *factor;
    } else if (const auto* multiple = boost::get<grammar::Multiple>(&print.body.get())) {
        MultipleSyntax lowered;
        grammar::lower_numeral(multiple->numeral, language, lowered);
        out.body = lowered;
    } else if (const auto* amount = boost::get<grammar::Amount>(&print.body.get())) {
        out.body = grammar::lower(*amount, language);
    } else {
        const auto& span = boost::get<grammar::Span>(print.body.get());
        const std::string_view connective = grammar::trimmed(grammar::view(span.connective));
        const std::string_view opener = span.opener != nullptr ? span.opener->opener : std::string_view();
        const auto& ranges = lexicon(language).ranges;
        const auto words = std::find_if(ranges.begin(), ranges.end(), [&](const RangeWords& each) {
            return each.opener == opener && each.connective == connective;
        });
        // "hausse de de 50 à 70" says nothing, and "up from 50 to 70" is no rise by 50 to 70
        if (words == ranges.end() || (grammar::is_direction(print.first) && !words->after_direction)) return std::nullopt;
        out.body = RangeSyntax{grammar::lower(span.low, language), grammar::lower(span.high, language)};
    }
    return out;
}

std::size_t parse_leads(std::string_view text, Language language, std::array<const Lead*, 3>& leads) {
    namespace x3 = boost::spirit::x3;
    const auto& words = grammar::vocabulary(language).leads;
    const char *at = text.data(), *const end = at + text.size();
    for (const Lead*& each : leads)
        if (!words.parse(at, end, x3::unused, x3::unused, each)) break;
    return static_cast<std::size_t>(at - text.data());
}

const NumberWord* parse_number_word(std::string_view text, Language language, std::size_t& length) {
    const NumberWord* word = nullptr;
    const char* at = text.data();
    const bool found = grammar::vocabulary(language).numbers.parse(at, at + text.size(), boost::spirit::x3::unused, boost::spirit::x3::unused, word);
    length = static_cast<std::size_t>(at - text.data());
    return found ? word : nullptr;
}

bool holds_number_word(std::string_view text, Language language) {
    if (holds_approximation(text, language)) return true;
    const auto is_letter = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte | 0x20U) - 'a' < 26U || byte >= 0x80U || (byte >= '0' && byte <= '9');
    };
    const auto& numbers = grammar::vocabulary(language).numbers;
    const char* const end = text.data() + text.size();
    bool inside = false;
    for (const char& c : text) {
        if (is_letter(c) && !inside) {
            const char* at = &c;
            const NumberWord* word = nullptr;
            if (numbers.parse(at, end, boost::spirit::x3::unused, boost::spirit::x3::unused, word) && !word->article &&
                (at == end || !is_letter(*at)))
                return true;
        }
        inside = is_letter(c);
    }
    // "DEUX CENTS"
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const bool shouted = std::adjacent_find(text.begin(), text.end(), [&](char a, char b) { return capital(a) && capital(b); }) != text.end();
    return shouted && holds_number_word(lowered(text), language);
}

}  // namespace crossfoot
