// A table read with blocks of a stated size, as text: its rows with their lines, and what is wrong.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "engine/dataset/table/fields.hpp"
#include "engine/dataset/table/part_text.hpp"
#include "engine/dataset/table/reading.hpp"

namespace crossfoot::testing {

struct ReadAs {
    std::vector<std::string> rows, problems;
    friend bool operator==(const ReadAs&, const ReadAs&) = default;
};

// The parts are written to `directory`, long ago, so that nothing is waited for.
inline Table table_of(const std::filesystem::path& directory, const std::vector<std::string>& parts, char separator, const table::Layout& layout) {
    Table out;
    out.separator = separator;
    out.layout = layout;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::filesystem::path path = directory / ("part" + std::to_string(i) + ".csv");
        std::ofstream(path, std::ios::binary) << parts[i];
        std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
        out.parts.emplace_back(path.string(), path.filename().string(), kNoFile);
    }
    if (layout.has_footer())
        for (TablePart& part : out.parts) part.footer = table::find_footer(part, layout);
    return out;
}

inline ReadAs read_with_blocks(const Table& table, std::size_t block_bytes) {
    table::BlockReader reader(table, block_bytes);
    table::Block block;
    table::Fields fields;
    table::Taken taken;
    struct Row {
        std::size_t part;
        std::uint64_t block, line;
        std::string text;
    };
    std::vector<Row> rows;
    constexpr std::size_t kMost = 10'000;
    while (reader.next(block)) {
        fields.read(block, table.separator, taken.problems, kMost, taken.wrong);
        taken.add(block, fields);
        const std::string_view text = block.text();
        std::uint64_t line = 0;
        std::uint32_t at = 0;
        for (std::size_t row = 0; row < fields.rows(); at = fields.row_begin(row++)) {
            line += static_cast<std::uint64_t>(std::count(text.begin() + at, text.begin() + fields.row_begin(row), '\n'));
            rows.push_back({block.part, block.number, line, std::string(fields.record(row))});
        }
    }
    const table::Numbering numbering = table::number_blocks(taken.blocks, reader.header_lines(), reader.problems());
    ReadAs out;
    for (const Row& row : rows)
        out.rows.push_back(std::to_string(row.part) + ":" + std::to_string(numbering.first_line.at(row.block) + row.line) + " " + row.text);
    std::vector<table::Problem> problems = reader.problems();
    problems.insert(problems.end(), taken.problems.begin(), taken.problems.end());
    for (const table::Problem& each : problems) {
        const std::uint64_t line = each.whole_file ? 0 : each.in_file ? 1 + each.line : numbering.first_line.at(each.block) + each.line;
        out.problems.push_back(std::to_string(each.part) + ":" + std::to_string(line) + " " + std::string(name(each.code)) + " " +
                               std::to_string(each.begin) + "-" + std::to_string(each.end) + " " + each.headline.in(Language::en) + " " + each.text);
    }
    std::sort(out.problems.begin(), out.problems.end());
    return out;
}

}  // namespace crossfoot::testing
