#include "engine/dataset/suppressed.hpp"

#include "engine/dataset/messages.hpp"

namespace crossfoot::loading {

namespace {

// "a..b", "a..<b", "> a" …: the two numerals, where there are, and which ends are open.
struct Shape {
    std::optional<std::string_view> low, high;
    bool low_open = false, high_open = false;
};

std::optional<Shape> shape_of(std::string_view text) {
    struct Sign {
        std::string_view sign;
        bool low, open;
    };
    for (const Sign& each : {Sign{">=", true, false}, Sign{"≥", true, false}, Sign{"<=", false, false},
                             Sign{"≤", false, false}, Sign{">", true, true}, Sign{"<", false, true}}) {
        if (!text.starts_with(each.sign)) continue;
        Shape shape;
        (each.low ? shape.low : shape.high) = text.substr(each.sign.size());
        (each.low ? shape.low_open : shape.high_open) = each.open;
        return shape;
    }
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) return std::nullopt;
    Shape shape;
    shape.high_open = text.substr(dots + 2).starts_with('<');
    shape.low = text.substr(0, dots);
    shape.high = text.substr(dots + (shape.high_open ? 3 : 2));
    return shape;
}

class IntervalReader {
public:
    IntervalReader(std::string_view marker, const Value& value, std::string_view whole, Loading& loading)
        : marker_(marker), value_(value), whole_(whole), loading_(loading) {}

    std::optional<Suppressed> read(const Shape& shape) {
        std::optional<Figure> low, high;
        if (shape.low && !(low = numeral(*shape.low))) return std::nullopt;
        if (shape.high && !(high = numeral(*shape.high))) return std::nullopt;
        Suppressed out;
        if (!common_unit(low, high, out.unit)) return std::nullopt;
        if (low) out.range.low = shape.low_open ? End::opened(low->value) : End::closed(low->value);
        if (high) out.range.high = shape.high_open ? End::opened(high->value) : End::closed(high->value);
        if (low && high && empty_between(out.range.low, out.range.high)) return fail();
        return out;
    }

    std::nullopt_t fail() {
        if (!failed_) misfit(loading_, Code::XF107, marker_, value_, Message(messages::an_interval));
        failed_ = true;
        return std::nullopt;
    }

private:
    std::optional<Figure> numeral(std::string_view text) {
        const std::string_view part = trimmed(text);
        Reading reading;
        reading.language = loading_.dataset.manifest.language;
        reading.signs = loading_.dataset.manifest.signs;
        ReadResult result = read_figure(part, reading, loading_.dataset.units);
        if (const NumeralError* error = std::get_if<NumeralError>(&result)) {
            numeral_problem(loading_, *error, value_, static_cast<std::uint32_t>(part.data() - whole_.data()));
            failed_ = true;
            return std::nullopt;
        }
        Figure* figure = std::get_if<Figure>(&result);
        if (figure == nullptr || figure->qualified) return fail();
        return std::move(*figure);
    }

    // "0..5 M€" is 0 M€ to 5 M€.
    bool common_unit(std::optional<Figure>& low, std::optional<Figure>& high, std::optional<UnitId>& unit) {
        for (const auto* each : {&high, &low})
            if (*each && (*each)->unit != 0 && !unit) unit = (*each)->unit;
        if (!unit) return true;
        const Unit& common = loading_.dataset.units.unit(*unit);
        for (auto* each : {&low, &high}) {
            if (!*each) continue;
            if ((*each)->unit == 0) (*each)->value *= common.size;
            else if (!(loading_.dataset.units.unit((*each)->unit).dimension == common.dimension)) return fail(), false;
        }
        return true;
    }

    std::string_view marker_;
    const Value& value_;
    std::string_view whole_;
    Loading& loading_;
    bool failed_ = false;
};

}  // namespace

std::optional<Suppressed> read_suppressed(std::string_view marker, const Value& value, Loading& loading) {
    const std::string* text = value.string();
    IntervalReader reader(marker, value, text == nullptr ? std::string_view{} : *text, loading);
    const auto shape = text == nullptr ? std::nullopt : shape_of(trimmed(*text));
    if (!shape) return reader.fail();
    auto out = reader.read(*shape);
    if (out) out->marker = trimmed(marker);
    return out;
}

}  // namespace crossfoot::loading
