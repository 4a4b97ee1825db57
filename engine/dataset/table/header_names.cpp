#include "engine/dataset/table/header_names.hpp"

#include <algorithm>

#include "engine/dataset/markers.hpp"
#include "engine/dataset/table/messages.hpp"

namespace crossfoot::table {

std::vector<std::string> joined_names(std::vector<std::vector<std::string>> rows) {
    if (rows.size() == 1) return std::move(rows.front());   // as it stands
    std::size_t columns = 0;
    for (const auto& row : rows) columns = std::max(columns, row.size());
    for (auto& row : rows) {
        row.resize(columns);
        for (std::string& cell : row) cell = std::string(loading::trimmed(cell));
    }
    const auto anything_below = [&](std::size_t row, std::size_t column) {
        return std::any_of(rows.begin() + static_cast<std::ptrdiff_t>(row) + 1, rows.end(),
                           [&](const auto& below) { return !below[column].empty(); });
    };
    for (std::size_t row = 0; row + 1 < rows.size(); ++row) {
        std::string over;
        for (std::size_t column = 0; column < columns; ++column) {
            std::string& cell = rows[row][column];
            const bool below = anything_below(row, column);
            if (!cell.empty()) over = below ? cell : "";
            else if (below) cell = over;
            else over.clear();
        }
    }
    std::vector<std::string> out(columns);
    for (const auto& row : rows)
        for (std::size_t column = 0; column < columns; ++column) {
            if (row[column].empty()) continue;
            out[column].append(out[column].empty() ? "" : " ").append(row[column]);
        }
    return out;
}

std::size_t empty_line(std::string_view text) { return text.starts_with('\n') ? 1 : text.starts_with("\r\n") ? 2 : 0; }

Message undecodable(Encoding encoding) {
    if (encoding == Encoding::utf8) return Message(messages::not_utf8);
    return Message(messages::not_decodable, to_string(encoding));
}

Message other_encoding(Encoding encoding) {
    if (encoding == Encoding::utf8) return Message(messages::declare_encoding);
    if (encoding == Encoding::latin1) return Message(messages::declare_windows);
    return Message(messages::declare_other);
}

}  // namespace crossfoot::table
