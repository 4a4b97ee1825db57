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
        const auto end_line = [&] { out.append(line.substr(0, line.find_last_not_of(' ') + 1)).append("\n"); };
        std::size_t before = 1;   // the columns so far, in cells
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool last = i + 1 == row.size();
            line.append(" ").append(last ? row[i] : padded(row[i], widths[i]) + " ");
            before += widths[i] + 2;
            if (last || cell_width(row[i]) <= widths[i]) continue;
            end_line();   // what is too wide has its line, and the columns go on below
            line.assign(before, ' ');
        }
        end_line();
    }
}

}  // namespace crossfoot::reports
