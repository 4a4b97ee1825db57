// What a cell of a figure column is worth: by how it is read, asked of the reader itself.
#include "engine/checking/columns/program.hpp"
#include "engine/quantity/numeral.hpp"

namespace crossfoot::columns {

std::optional<Scale> scale_of(const TableColumn& column, const Units& units) {
    if (column.kind != ColumnKind::figure || column.reading.precision.mode == Precision::Mode::machine) return std::nullopt;
    Scale out;
    Units own = units;
    std::string digits = "1";
    for (std::size_t decimals = 0; decimals < 18; ++decimals) {
        if (decimals == 1) digits += '.';
        if (decimals > 0) digits += '0';
        const ReadResult read = read_plain(digits, column.reading, own);
        const auto* figure = std::get_if<Figure>(&read);
        if (figure == nullptr) return std::nullopt;
        if (decimals == 0) out.size = figure->value, out.fractional = figure->fractional;
        const bool closed = figure->rounding == Rounding::nearest || figure->step.is_zero();
        if (decimals == 0 && figure->rounding == Rounding::nearest) out.whole_step = figure->whole_step;
        out.steps.push_back(closed ? std::optional(figure->step) : std::nullopt);
    }
    out.fixed = column.reading.precision.mode == Precision::Mode::step;
    return out;
}

}  // namespace crossfoot::columns
