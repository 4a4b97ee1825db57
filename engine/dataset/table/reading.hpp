// One reading of a table by several threads: each takes the next block, and what they noted is put in the order of rows.
#pragma once

#include <algorithm>
#include <exception>
#include <functional>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include "engine/dataset/table/fields.hpp"
#include "engine/dataset/table/odd_cells.hpp"

namespace crossfoot::table {

inline constexpr std::size_t kMostProblems = 100;   // listed of one table

// Told now and then, by one thread at a time: rows so far, bytes read of how many.
using Progress = std::function<void(std::uint64_t rows, std::uint64_t bytes, std::uint64_t of_bytes)>;

// What one thread has noted of the blocks that it took.
struct Taken {
    struct Counts {
        std::uint64_t block;
        std::size_t part;
        std::uint64_t before, lines, rows;   // lines above the block that are in none, of it
    };
    std::vector<Counts> blocks;
    std::vector<Problem> problems;   // at most kMostProblems
    std::uint64_t wrong = 0;         // malformed rows and cells, listed or not
    std::vector<OddCells> odd;       // by column
    void add(const Block& block, const Fields& fields);
};

// Where the blocks that were taken begin, and how many rows there are. Problems of the reader in blocks that hold no rows get
// the line of the file.
struct Numbering {
    std::vector<std::uint64_t> first_line, first_row;  // by block
    std::uint64_t rows = 0;
};
[[nodiscard]] Numbering number_blocks(std::vector<Taken::Counts> blocks, const std::vector<std::uint64_t>& header_lines,
                                      std::vector<Problem>& of_reader);

struct Read {
    std::uint64_t rows = 0;
    std::vector<Problem> problems;                     // in order, at most kMostProblems
    std::uint64_t wrong = 0;
    std::vector<Problem> warnings;                     // in order, at most kMostProblems
    std::uint64_t warned = 0;
    std::vector<std::uint64_t> first_line, first_row;  // by block
    std::vector<Header> headers;                       // by part
};

class Reading {
public:
    // `progress` may be empty; both must outlive this.
    Reading(const Table& table, const Progress& progress);

    // The next block and its fields, for any thread; false at the end. Rows whose form is wrong are noted in `taken`.
    [[nodiscard]] bool next(Block& block, Fields& fields, Taken& taken);
    // When all threads are done: what they noted is added to `out`.
    void finish(std::vector<Taken> taken, Read& out);

private:
    const Table& table_;
    const Progress& progress_;
    std::uint64_t total_bytes_ = 0, rows_told_ = 0;
    std::mutex mutex_;
    BlockReader reader_;
};

// As asked, 0: as many as the machine has.
[[nodiscard]] unsigned thread_count(unsigned asked);
// work(worker) for each, all at once, the first on this thread.
// Where the system gives no more threads, those that there are do all. What one throws is thrown here when all have ended.
template <class Workers, class Work>
void on_threads(Workers& workers, Work work) {
    std::mutex mutex;
    std::exception_ptr thrown;
    const auto guarded = [&](auto& worker) {
        try {
            work(worker);
        } catch (...) {
            const std::lock_guard lock(mutex);
            if (!thrown) thrown = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;  // joined at the end
        others.reserve(workers.size());
        try {
            for (std::size_t i = 1; i < workers.size(); ++i) others.emplace_back([&, i] { guarded(*workers[i]); });
        } catch (const std::system_error&) {}
        guarded(*workers[0]);
    }
    if (thrown) std::rethrow_exception(thrown);
}

}  // namespace crossfoot::table
