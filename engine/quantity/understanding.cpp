#include "engine/quantity/understanding.hpp"

#include "engine/quantity/numeral_errors.hpp"

namespace crossfoot {
namespace {

using Answer = std::variant<Understood, NotUnderstood, NumeralError>;

// At most one direction word, then at most one qualifier, then at most one sign as a word.
struct LeadWords {
    const Lead* direction = nullptr;
    const Lead* qualifier = nullptr;
    const Lead* minus = nullptr;
};

std::optional<LeadWords> in_order(const std::array<const Lead*, 3>& leads) {
    LeadWords out;
    for (const Lead* word : leads) {
        if (word == nullptr) break;
        if (out.minus != nullptr) return std::nullopt;
        if (word->kind == LeadKind::minus) {
            out.minus = word;
        } else if (is_qualifier(word->kind)) {
            if (out.qualifier != nullptr) return std::nullopt;
            out.qualifier = word;
        } else {
            if (out.direction != nullptr || out.qualifier != nullptr) return std::nullopt;
            out.direction = word;
        }
    }
    return out;
}

// "4 000,123" in en: whoever groups with spaces may well begin the decimals with a comma.
bool comma_after_another_group(std::string_view digits) {
    const std::size_t comma = digits.find(',');
    return comma != std::string_view::npos && comma == digits.rfind(',') && digits.size() == comma + 4 &&
           digits.find_first_of(" '") != std::string_view::npos;
}

// One run over a print. An error of the numeral is told only where the rest makes a figure of it.
class Understanding {
public:
    Understanding(Signs signs, const PrintText& print, const Reading& reading, Units& units, std::string_view shown)
        : signs_(signs), print_(print), shown_(shown.empty() ? print.text() : shown), reading_(reading),
          units_(units), words_(lexicon(reading.language)) {}

    Answer of(const NumeralSyntax& syntax) {
        const auto leads = in_order(syntax.leads);
        if (!leads) return NotUnderstood{};
        Understood out;
        out.qualifier = leads->qualifier;
        out.falls = leads->direction != nullptr && leads->direction->kind == LeadKind::fall;
        out.negative = leads->minus != nullptr;
        if (!std::visit([&](const auto& body) { return take(body, *leads, out); }, syntax.body)) return unknown_;
        if (error_) return std::move(*error_);
        // under foreign signs, whatever is no error was no figure under its own signs either
        if (signs_ == Signs::foreign) return NotUnderstood{};
        return out;
    }

private:
    bool take(AmountSyntax amount, const LeadWords& leads, Understood& out) {
        if (leads.minus != nullptr && amount.signed_) return false;
        if (amount.bracketed && (leads.qualifier != nullptr || leads.minus != nullptr || amount.word != nullptr)) return false;
        const Tail* tail = nullptr;
        const auto unit = unit_of(amount, tail);
        if (!unit || !take_number(amount, out.number)) return false;
        if (tail != nullptr && units_.unit(*unit).notation == Notation::factor) return false;   // "3 fois moins"
        out.unit = out.lower_unit = *unit;
        const bool minus = amount.negative || leads.minus != nullptr || amount.bracketed;
        const bool plus = amount.signed_ && !amount.negative;
        const bool lead_falls = leads.direction != nullptr && leads.direction->kind == LeadKind::fall;
        const bool tail_falls = tail != nullptr && tail->kind == LeadKind::fall;
        const bool falls = lead_falls || tail_falls;
        const bool rises = (leads.direction != nullptr && !lead_falls) || (tail != nullptr && !tail_falls);
        // what says the same again counts once, what says the opposite is no figure
        if (amount.bracketed && amount.signed_) opposite(amount, say_brackets);
        else if ((falls && (rises || plus)) || (rises && minus)) opposite(amount, say_directions);
        out.falls = falls;
        out.negative = minus && !falls;
        return true;
    }

    bool take(const RangeSyntax& range, const LeadWords& leads, Understood& out) {
        if (leads.qualifier != nullptr || leads.minus != nullptr) return false;
        AmountSyntax low = range.low, high = range.high;
        const Tail* tail = nullptr;
        // "€50 to 70 million", "€50 to €70 million": one currency stands before both
        if (high.currency.empty()) high.currency = low.currency;
        const auto unit = unit_of(high, tail);
        if (!unit || (tail != nullptr && units_.unit(*unit).notation == Notation::factor)) return false;
        out.form = Understood::Form::range;
        out.unit = out.lower_unit = *unit;
        // the unit of the last applies to both, unless the first has its own
        if (!low.unit.empty() || low.currency != high.currency) {
            const Tail* none = nullptr;
            const auto lower = unit_of(low, none);
            if (!lower || none != nullptr || !(units_.unit(*lower).dimension == units_.unit(*unit).dimension)) return false;
            out.lower_unit = *lower;
        }
        if (!take_number(low, out.number) || !take_number(high, out.upper)) return false;
        out.negative = low.negative;
        out.upper_negative = high.negative;
        direct(low, high, leads.direction, tail, out);
        return true;
    }

    // The direction words of a range sign both ends. Where both are signed the same way it counts once.
    void direct(const AmountSyntax& low, const AmountSyntax& high, const Lead* lead, const Tail* tail, Understood& out) {
        if (lead == nullptr && tail == nullptr) return;
        const bool falls = (lead != nullptr && lead->kind == LeadKind::fall) || (tail != nullptr && tail->kind == LeadKind::fall);
        const bool rises = (lead != nullptr && lead->kind == LeadKind::rise) || (tail != nullptr && tail->kind == LeadKind::rise);
        const bool minus = low.negative || high.negative, plus = (low.signed_ && !low.negative) || (high.signed_ && !high.negative);
        const bool again = !minus || (low.negative && high.negative);
        out.falls = falls;
        if ((falls && (rises || plus || !again)) || (rises && minus)) {
            if (!error_) error_ = direction_and_signed_range_error(print_);
        } else if (minus) {
            out.negative = out.upper_negative = false;
            // "baisse de - 5 à - 3 %" rises to -3
            if (out.lower_unit == out.unit && out.upper.value < out.number.value) std::swap(out.number, out.upper);
        }
    }

    bool take(const MultipleSyntax& multiple, const LeadWords& leads, Understood& out) {
        if (leads.direction != nullptr || leads.minus != nullptr) return false;
        out.unit = unit_of(Notation::factor);
        return take_number(multiple, out.number);
    }

    bool take(const FactorWord* factor, const LeadWords& leads, Understood& out) {
        if (leads.direction != nullptr || leads.minus != nullptr) return false;
        out.number.value = factor->factor;
        out.unit = unit_of(Notation::factor);
        return true;
    }

    bool take(const FractionWord* fraction, const LeadWords& leads, Understood& out) {
        if (leads.minus != nullptr) return false;
        out.form = Understood::Form::fraction;
        out.number.value = Rational(fraction->numerator, fraction->denominator);
        out.unit = unit_of(Notation::fraction);
        return true;
    }

    // Factors and fractions in words print no unit; `_unit` is not for them.
    UnitId unit_of(Notation notation) {
        Unit unit;
        unit.notation = notation;
        return units_.intern(std::move(unit));
    }

    // The unit that an amount has; `_unit` where it prints none. A direction word beside the unit is taken off it.
    std::optional<UnitId> unit_of(AmountSyntax& amount, const Tail*& tail) {
        const UnitText& whole = units_.read(amount.unit, amount.currency, reading_.language);
        if (whole.form != UnitText::Form::unknown) return unit_of(whole);
        const auto [found, rest] = tail_of(amount.unit);
        if (found != nullptr) {
            const UnitText& plain = units_.read(rest, amount.currency, reading_.language);
            if (plain.form != UnitText::Form::unknown) {
                tail = found;
                amount.unit = rest;
                return unit_of(plain);
            }
        }
        unknown_ = {amount.unit, units_.read(amount.unit, amount.currency, reading_.language).nearest};
        return std::nullopt;
    }

    UnitId unit_of(const UnitText& text) {
        if (text.form == UnitText::Form::bare) return reading_.unit.value_or(text.unit);
        return text.form == UnitText::Form::scaled ? scaled(text.unit) : text.unit;
    }

    // The direction word beside a unit, and the unit without it.
    std::pair<const Tail*, std::string_view> tail_of(std::string_view unit) const {
        for (const Tail& each : words_.tails) {
            const std::size_t size = each.phrase.size();
            if (unit == each.phrase) return {&each, {}};
            if (unit.size() < size + 2) continue;
            if (unit.ends_with(each.phrase) && unit[unit.size() - size - 1] == ' ') return {&each, unit.substr(0, unit.size() - size - 1)};
            if (each.before_unit && unit.starts_with(each.phrase) && unit[size] == ' ') return {&each, unit.substr(size + 1)};
        }
        return {nullptr, {}};
    }

    // "3 millions" where `_unit` is €: millions of them. A `_unit` that is itself scaled, or a rate, says
    // nothing of a number with a scale word of its own.
    UnitId scaled(UnitId scale) {
        if (!reading_.unit) return scale;
        Unit unit = units_.unit(*reading_.unit);
        if (unit.scaled || unit.dimension.is_number()) return scale;
        unit.symbol = units_.unit(scale).symbol + " " + unit.symbol;
        unit.size *= units_.unit(scale).size;
        unit.scaled = true;
        return units_.intern(std::move(unit));
    }

    template <class Syntax>
    bool take_number(const Syntax& syntax, PrintedNumber& out) {
        const std::string_view digits = syntax.numeral;
        if (syntax.word != nullptr) {
            out.value = syntax.word->value;
            for (int rest = syntax.word->value; rest > 0 && rest % 10 == 0; rest /= 10) ++out.last_exponent;
            return true;
        }
        const bool foreign = signs_ == Signs::foreign && !is_own_number(digits, reading_.language, reading_.signs);
        if (foreign || (words_.comma_groups && !reading_.signs.declared() && comma_after_another_group(digits))) {
            const auto number = read_foreign(digits, reading_.language, reading_.signs);
            if (!number) return false;
            if (!error_) error_ = foreign_signs_error(print_, digits, *number, reading_.language, reading_.signs);
            return true;
        }
        out = printed_number(digits, decimal_sign(reading_.language, reading_.signs));
        if (out.significant > kMostSignificantDigits && !error_) error_ = too_many_digits_error(print_, digits, out.significant);
        return true;
    }

    // An increase of minus 2,500, a minus in brackets: of 2,500, or the opposite?
    static constexpr bool say_brackets = true, say_directions = false;
    void opposite(const AmountSyntax& amount, bool brackets) {
        const std::string_view first = amount.currency.empty() ? amount.numeral : amount.currency;
        const std::string_view last = amount.unit.empty() ? amount.numeral : amount.unit;
        const std::string_view number(first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data()));
        if (!error_) error_ = brackets ? brackets_and_sign_error(print_, shown_, number) : direction_and_sign_error(print_, shown_, number);
    }

    Signs signs_;
    const PrintText& print_;
    std::string_view shown_;
    const Reading& reading_;
    Units& units_;
    const Lexicon& words_;
    NotUnderstood unknown_;
    std::optional<NumeralError> error_;
};

}  // namespace

std::variant<Understood, NotUnderstood, NumeralError> understand(const NumeralSyntax& syntax, Signs signs, const PrintText& print,
                                                                 const Reading& reading, Units& units, std::string_view shown) {
    return Understanding(signs, print, reading, units, shown).of(syntax);
}

Understood understand_plain(PrintedNumber number, bool negative, const Reading& reading) {
    Understood out;
    out.number = std::move(number);
    out.negative = negative;
    out.unit = out.lower_unit = reading.unit.value_or(0);
    return out;
}

}  // namespace crossfoot
