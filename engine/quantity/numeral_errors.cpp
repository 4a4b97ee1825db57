#include "engine/quantity/numeral_errors.hpp"

#include "engine/quantity/messages.hpp"

namespace crossfoot {
namespace {

namespace say = quantity_messages;

NumeralError error_at(const PrintText& print, std::string_view part, Code code, Message headline) {
    if (part.empty()) part = print.text();
    const auto begin = static_cast<std::size_t>(part.data() - print.text().data());
    return {code, std::move(headline), print.original_begin(begin), print.original_end(begin + part.size()), {}};
}

}  // namespace

NumeralError foreign_signs_error(const PrintText& print, std::string_view part, const ForeignNumber& number, Language language,
                                 NumberSigns declared) {
    if (number.ambiguous) {
        const Message sign(number.foreign == '.' ? say::kPoint : say::kComma);
        NumeralError error = error_at(print, part, Code::XF108, Message(say::kAmbiguousSign, part, sign));
        error.help = {Message(say::kIfGroups, number.grouped), Message(say::kIfDecimal, number.decimal)};
        if (!declared.declared()) error.help.emplace_back(say::kDeclareSigns);
        return error;
    }
    NumeralError error = error_at(print, part, Code::XF109, Message(say::kForeignSigns, part, number_in("1234", "5", language, declared)));
    error.help = {Message(say::kWrite, number.decimal)};
    if (!declared.declared()) error.help.emplace_back(say::kDeclareSigns);
    return error;
}

NumeralError too_many_digits_error(const PrintText& print, std::string_view part, int digits) {
    return error_at(print, part, Code::XF110, Message(say::kTooManyDigits, digits, kMostSignificantDigits));
}

NumeralError direction_and_sign_error(const PrintText& print, std::string_view shown, std::string_view unsigned_part) {
    NumeralError error = error_at(print, print.text(), Code::XF108, Message(say::kDirectionAndSign, shown));
    error.help = {Message(say::kIfFall, std::string("-").append(unsigned_part)), Message(say::kIfRise, unsigned_part)};
    return error;
}

NumeralError brackets_and_sign_error(const PrintText& print, std::string_view shown, std::string_view unsigned_part) {
    NumeralError error = error_at(print, print.text(), Code::XF108, Message(say::kBracketsAndSign, shown));
    error.help = {Message(say::kIfNegative, std::string("-").append(unsigned_part)), Message(say::kIfPositive, unsigned_part)};
    return error;
}

NumeralError direction_and_signed_range_error(const PrintText& print) {
    NumeralError error = error_at(print, print.text(), Code::XF108, Message(say::kDirectionAndSign, print.text()));
    error.help = {Message(say::kRangeSigns)};
    return error;
}

NumeralError no_precision_error(const PrintText& print, Language language) {
    const bool french = language == Language::fr;
    NumeralError error = error_at(print, print.text(), Code::XF112, Message(say::kNoPrecision, print.text()));
    error.help = {Message(say::kPrecisionForms, french ? "1 000" : "1,000", french ? "0,1 %" : "0.1%")};
    return error;
}

}  // namespace crossfoot
