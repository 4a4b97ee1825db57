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
    Understanding(Signs signs, const PrintText& print, const Reading& reading, Units& units)
        : signs_(signs), print_(print), reading_(reading), units_(units), words_(lexicon(reading.language)) {}

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
    bool take(const AmountSyntax& amount, const LeadWords& leads, Understood& out) {
        if (leads.minus != nullptr && amount.signed_) return false;
        const auto unit = unit_of(amount);
        if (!unit || !take_number(amount, out.number)) return false;
        out.unit = out.lower_unit = *unit;
        out.negative = out.negative || amount.negative;
        if (leads.direction != nullptr && (amount.signed_ || leads.minus != nullptr)) direction_and_sign(amount);
        return true;
    }

    bool take(const RangeSyntax& range, const LeadWords& leads, Understood& out) {
        if (leads.qualifier != nullptr || leads.minus != nullptr) return false;
        AmountSyntax low = range.low, high = range.high;
        // "€50 to 70 million", "€50 to €70 million": one currency stands before both
        if (high.currency.empty()) high.currency = low.currency;
        const auto unit = unit_of(high);
        if (!unit) return false;
        out.form = Understood::Form::range;
        out.unit = out.lower_unit = *unit;
        // the unit of the last applies to both, unless the first has its own
        if (!low.unit.empty() || low.currency != high.currency) {
            const auto lower = unit_of(low);
            if (!lower || !(units_.unit(*lower).dimension == units_.unit(*unit).dimension)) return false;
            out.lower_unit = *lower;
        }
        if (!take_number(low, out.number) || !take_number(high, out.upper)) return false;
        out.negative = low.negative;
        out.upper_negative = high.negative;
        if (leads.direction != nullptr && (low.signed_ || high.signed_) && !error_) error_ = direction_and_signed_range_error(print_);
        return true;
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

    // The unit that an amount has; `_unit` where it prints none.
    std::optional<UnitId> unit_of(const AmountSyntax& amount) {
        const UnitText& text = units_.read(amount.unit, amount.currency, reading_.language);
        switch (text.form) {
            case UnitText::Form::unknown:
                unknown_ = {amount.unit, text.nearest};
                return std::nullopt;
            case UnitText::Form::bare: return reading_.unit.value_or(text.unit);
            case UnitText::Form::scaled: return scaled(text.unit);
            case UnitText::Form::unit: break;
        }
        return text.unit;
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

    // A decrease of minus 2,500: of 2,500, or the opposite of a decrease?
    void direction_and_sign(const AmountSyntax& amount) {
        const std::string_view text = print_.text(), first = amount.currency.empty() ? amount.numeral : amount.currency;
        if (!error_) error_ = direction_and_sign_error(print_, text.substr(static_cast<std::size_t>(first.data() - text.data())));
    }

    Signs signs_;
    const PrintText& print_;
    const Reading& reading_;
    Units& units_;
    const Lexicon& words_;
    NotUnderstood unknown_;
    std::optional<NumeralError> error_;
};

}  // namespace

std::variant<Understood, NotUnderstood, NumeralError> understand(const NumeralSyntax& syntax, Signs signs, const PrintText& print,
                                                                 const Reading& reading, Units& units) {
    return Understanding(signs, print, reading, units).of(syntax);
}

Understood understand_plain(PrintedNumber number, bool negative, const Reading& reading) {
    Understood out;
    out.number = std::move(number);
    out.negative = negative;
    out.unit = out.lower_unit = reading.unit.value_or(0);
    return out;
}

}  // namespace crossfoot
