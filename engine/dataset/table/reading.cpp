#include "engine/dataset/table/reading.hpp"

#include <iterator>

namespace crossfoot::table {

void Taken::add(const Block& block, const Fields& fields) {
    const auto lines = std::count(block.text().begin(), block.text().end(), '\n');
    blocks.push_back({block.number, block.part, block.lines_before, static_cast<std::uint64_t>(lines), fields.rows()});
}

Numbering number_blocks(std::vector<Taken::Counts> blocks, const std::vector<std::uint64_t>& header_lines,
                        std::vector<Problem>& of_reader) {
    std::sort(blocks.begin(), blocks.end(), [](const Taken::Counts& a, const Taken::Counts& b) { return a.block < b.block; });
    Numbering out;
    const auto ends = [&](const Taken::Counts& each) { return out.first_line[each.block] + each.lines; };
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Taken::Counts& each = blocks[i];
        const bool begins = i == 0 || blocks[i - 1].part != each.part;
        const std::uint64_t line = each.before + (begins ? 1 + header_lines[each.part] : ends(blocks[i - 1]));
        out.first_line.resize(each.block + 1, line);
        out.first_row.resize(each.block + 1, out.rows);
        out.rows += each.rows;
    }
    for (Problem& problem : of_reader) {
        if (problem.in_file || problem.whole_file) continue;
        const auto after = std::upper_bound(blocks.begin(), blocks.end(), problem.block,
                                            [](std::uint64_t block, const Taken::Counts& each) { return block < each.block; });
        const bool any = after != blocks.begin();
        const Taken::Counts* before = any ? &*std::prev(after) : nullptr;
        if (any && before->block == problem.block) continue;
        problem.line += any && before->part == problem.part ? ends(*before) - 1 : header_lines[problem.part];
        problem.in_file = true;
    }
    return out;
}

Reading::Reading(const Table& table, const Progress& progress) : table_(table), progress_(progress), reader_(table) {
    for (const TablePart& part : table.parts)
        if (part.file->check()) total_bytes_ += part.file->size();
}

bool Reading::next(Block& block, Fields& fields, Taken& taken) {
    {
        const std::lock_guard lock(mutex_);
        if (!reader_.next(block)) return false;
        rows_told_ += fields.rows();   // of the block before
        if (progress_) progress_(rows_told_, reader_.taken(), total_bytes_);
    }
    fields.read(block, table_.separator, taken.problems, kMostProblems, taken.wrong);
    taken.add(block, fields);
    return true;
}

void Reading::finish(std::vector<Taken> all, Read& out) {
    std::vector<Taken::Counts> blocks;
    std::vector<OddCells> odd(table_.columns.size());
    for (Taken& each : all) {
        for (std::size_t i = 0; i < each.odd.size(); ++i) odd[i].add(std::move(each.odd[i]));
        out.wrong += each.wrong;
        std::move(each.problems.begin(), each.problems.end(), std::back_inserter(out.problems));
        blocks.insert(blocks.end(), each.blocks.begin(), each.blocks.end());
    }
    Numbering numbering = number_blocks(std::move(blocks), reader_.header_lines(), reader_.problems());
    out.first_line = std::move(numbering.first_line);
    out.first_row = std::move(numbering.first_row);
    out.rows = numbering.rows;
    out.headers = reader_.headers();
    for (Problem& each : reader_.problems()) {
        ++out.wrong;
        out.problems.push_back(std::move(each));
    }
    settle(std::move(odd), kMostProblems, out.problems, out.wrong, out.warnings, out.warned);
    forget_rows_of_failed_files(out.problems, out.wrong);
    std::stable_sort(out.problems.begin(), out.problems.end(), [](const Problem& a, const Problem& b) {
        return a.block != b.block ? a.block < b.block : a.line < b.line;
    });
    if (out.problems.size() > kMostProblems) out.problems.resize(kMostProblems);
    std::stable_sort(out.warnings.begin(), out.warnings.end(), [](const Problem& a, const Problem& b) {
        return a.block != b.block ? a.block < b.block : a.line < b.line;
    });
    if (out.warnings.size() > kMostProblems) out.warnings.resize(kMostProblems);
}

unsigned thread_count(unsigned asked) { return asked != 0 ? asked : std::max(1U, std::thread::hardware_concurrency()); }

}  // namespace crossfoot::table
