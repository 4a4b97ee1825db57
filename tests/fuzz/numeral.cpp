// Any bytes as a printed number: read as a figure, a plain number, a precision, a date and a unit, in both
// languages. Places must lie inside the text and intervals must not be empty.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "engine/quantity/date.hpp"
#include "engine/quantity/numeral.hpp"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check(const crossfoot::ReadResult& result, std::string_view text, crossfoot::Language language) {
    using namespace crossfoot;
    if (const auto* figure = std::get_if<Figure>(&result)) {
        require(!empty_between(figure->range.low, figure->range.high));
        require(figure->qualified || figure->range.contains(figure->value));
        require(figure->rounded == (figure->step.sign() > 0));
    } else if (const auto* error = std::get_if<NumeralError>(&result)) {
        require(error->begin <= error->end && error->end <= text.size());
        require(!error->headline.in(language).empty());
    } else {
        const auto& unread = std::get<NotAFigure>(result);
        require(unread.begin <= unread.end && unread.end <= text.size());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace crossfoot;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    Units units;
    units.declare_count("élèves");
    for (const Language language : {Language::fr, Language::en}) {
        Reading reading;
        reading.language = language;
        check(read_figure(text, reading, units), text, language);
        check(read_plain(text, reading, units), text, language);
        const std::vector<std::string> flags{"p", "e"};
        reading.brackets = true;
        reading.flags = &flags;
        check(read_figure(text, reading, units), text, language);
        reading.rounding = Rounding::truncated;
        reading.unit = parse_literal_unit("k€", units, language);
        check(read_figure(text, reading, units), text, language);
        if (const auto precision = read_precision(text, reading, units); std::holds_alternative<Precision>(precision)) {
            reading.precision = std::get<Precision>(precision);
            check(read_figure("12 345", reading, units), "12 345", language);
        }
        if (const auto days = read_date(text, language)) require(days->first <= days->last);
        static_cast<void>(parse_literal_unit(text, units, language));
    }
    return 0;
}
