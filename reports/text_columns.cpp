#include "reports/text_columns.hpp"

#include <algorithm>

#include "reports/cells.hpp"

namespace crossfoot::reports {

void Columns::add(std::vector<std::string> row) {
    for (std::string& cell : row) cell = clean(cell);
    rows_.push_back(std::move(row));
}

void Columns::append_to(std::string& out) const {
    constexpr unsigned kWidest = 48;
    std::vector<unsigned> widths;
    for (const auto& row : rows_) {
        widths.resize(std::max(widths.size(), row.size()), 0);
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], std::min(kWidest, cell_width(row[i])));
    }
    for (const auto& row : rows_) {
        std::string line = " ";
        for (std::size_t i = 0; i < row.size(); ++i)
            line.append(" ").append(i + 1 == row.size() ? row[i] : padded(row[i], widths[i]) + " ");
        out.append(line.substr(0, line.find_last_not_of(' ') + 1)).append("\n");
    }
}

}  // namespace crossfoot::reports
