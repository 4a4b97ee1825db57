#include "engine/dataset/profile/pass.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>

#include "engine/dataset/table/fields.hpp"

namespace crossfoot::profile {
namespace {

using table::Block;

// The sample: of the first blocks some rows each, of the very first more; long rows are left out.
constexpr std::uint64_t kSampledBlocks = 64;
constexpr std::size_t kFirstSample = 600, kSample = 16, kLongest = 1U << 16U;

struct Shared {
    const Table& table;
    const Sniffed& sniffed;
    const ProfileOptions& options;
    std::size_t distinct_bound;
    std::uint64_t total_bytes;
    std::vector<std::unique_ptr<KeyCandidate>> keys;
    std::uint64_t most_hashes;  // rows remembered of each
    std::mutex reading;
    table::BlockReader reader;
    std::uint64_t rows_told = 0;
    std::atomic<std::uint64_t> rows = 0;
};

struct Counted {
    std::uint64_t block;
    std::size_t part;
    std::uint64_t lines, rows;
};

class Worker {
public:
    explicit Worker(Shared& shared)
        : searches(shared.keys.size()),
          shared_(shared),
          reader_(shared.sniffed.language.value_or(shared.options.words)),
          hashes_(shared.table.columns.size()) {
        for (const Sort sort : shared.sniffed.sorts) tallies.emplace_back(sort, shared.distinct_bound);
        for (const auto& key : shared.keys)
            for (const std::size_t column : key->columns) needed_.push_back(column);
    }

    void work() {
        for (;;) {
            {
                const std::lock_guard lock(shared_.reading);
                if (!shared_.reader.next(block_)) return;
                shared_.rows_told += fields_.rows();
                if (shared_.options.progress)
                    shared_.options.progress(shared_.rows_told, shared_.reader.taken(), shared_.total_bytes);
            }
            fields_.read(block_, shared_.table.separator, problems, kMostProblems, wrong);
            const auto lines = std::count(block_.text().begin(), block_.text().end(), '\n');
            counted.push_back({block_.number, block_.part, static_cast<std::uint64_t>(lines), fields_.rows()});
            if (wrong > 0) continue;
            shared_.rows += fields_.rows();
            for (std::size_t i = 0; i < tallies.size(); ++i) column(i);
            for (std::size_t i = 0; i < shared_.keys.size(); ++i) search(i);
            if (block_.number < kSampledBlocks) keep_sample();
        }
    }

    std::vector<Tally> tallies;
    std::vector<KeySearch> searches;
    std::vector<table::Problem> problems;
    std::vector<Counted> counted;
    std::vector<table::HeldRow> sample;
    std::uint64_t wrong = 0;

private:
    void column(std::size_t index) {
        Tally& tally = tallies[index];
        const std::uint32_t place = block_.header->place[index];
        std::vector<std::uint64_t>& hashes = hashes_[index];
        const bool remember = std::find(needed_.begin(), needed_.end(), index) != needed_.end();
        const std::size_t rows = fields_.rows();
        hashes.resize(remember ? rows : 0);
        bool unique = true;
        for (std::size_t row = 0; row < rows; ++row) {
            const std::string_view content = table::content(fields_.raw(row, place), space_);
            const bool hashed = remember || !tally.values.overfull();
            const std::uint64_t hash = hashed ? hash_of(content) : 0;
            if (remember) hashes[row] = content.empty() ? 0 : hash;
            unique = tally.add(content, hash, reader_) && unique;
        }
        if (!remember) return;
        for (const auto& key : shared_.keys) {
            const bool alone = key->columns.size() == 1 && key->columns[0] == index;
            const bool misses = tally.empty > 0 || tally.others.size() > 0 || tally.others.overfull();
            const bool among = std::find(key->columns.begin(), key->columns.end(), index) != key->columns.end();
            if ((alone && !unique) || (among && misses)) key->refuted = true;
        }
    }

    void search(std::size_t index) {
        KeyCandidate& key = *shared_.keys[index];
        KeySearch& search = searches[index];
        if (key.refuted) return search.forget();
        search.begin_block(block_.number);
        const std::size_t first = key.columns[0];
        const bool remember = shared_.rows <= shared_.most_hashes;
        if (!remember) search.forget();
        for (std::size_t row = 0; row < fields_.rows(); ++row) {
            const std::uint64_t hash = hashes_[first][row];
            search.add(key.columns.size() == 1 ? hash : joined(hash, hashes_[key.columns[1]][row]), remember);
            if (key.columns.size() == 1)
                search.add_ascending(table::content(fields_.raw(row, block_.header->place[first]), space_));
        }
        search.end_block();
        if (!search.still_unique()) key.refuted = true;
    }

    void keep_sample() {
        const std::size_t most = std::min(fields_.rows(), block_.number == 0 ? kFirstSample : kSample);
        for (std::size_t row = 0; row < most; ++row) {
            const std::string_view record = fields_.record(row);
            if (record.size() > kLongest) continue;
            sample.push_back({(block_.number << 16U) + row, block_.part, 0, std::string(record)});
        }
    }

    Shared& shared_;
    PrintedReader reader_;
    Block block_;
    table::Fields fields_;
    std::vector<std::size_t> needed_;                // columns of candidates
    std::vector<std::vector<std::uint64_t>> hashes_;  // of the block, by column and row; 0 where it is empty
    std::string space_;
};

std::uint64_t size_of(const Table& table) {
    std::uint64_t out = 0;
    for (const TablePart& part : table.parts) {
        std::error_code error;
        const auto size = std::filesystem::file_size(part.path, error);
        if (!error) out += size;
    }
    return out;
}

// The lines on which blocks begin, and the problems in their order.
void place(Shared& shared, std::vector<Counted> blocks, Seen& out) {
    std::sort(blocks.begin(), blocks.end(), [](const Counted& a, const Counted& b) { return a.block < b.block; });
    std::size_t part = shared.table.parts.size();
    std::uint64_t line = 1;
    for (const Counted& each : blocks) {
        if (each.part != part) line = 1 + shared.reader.header_lines()[each.part];
        part = each.part;
        out.first_line.resize(each.block + 1, line);
        line += each.lines;
        out.rows += each.rows;
    }
    for (table::Problem& each : shared.reader.problems()) {
        ++out.wrong;
        if (each.block >= out.first_line.size()) each.line += line - 1, each.block = out.first_line.size();
        out.problems.push_back(std::move(each));
    }
    table::forget_rows_of_failed_files(out.problems, out.wrong);
    std::stable_sort(out.problems.begin(), out.problems.end(), [](const auto& a, const auto& b) {
        return a.block != b.block ? a.block < b.block : a.line < b.line;
    });
    if (out.problems.size() > kMostProblems) out.problems.resize(kMostProblems);
}

}  // namespace

Seen read_table(const Table& table, const Sniffed& sniffed, std::size_t distinct_bound, const ProfileOptions& options) {
    Shared shared{table, sniffed, options, distinct_bound, size_of(table), {}, 0, {}, table::BlockReader(table)};
    for (const Key& key : sniffed.keys) shared.keys.push_back(std::make_unique<KeyCandidate>(key));
    shared.most_hashes = kHashes / std::max<std::size_t>(1, shared.keys.size());
    const unsigned threads = options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::unique_ptr<Worker>> workers;
    for (unsigned i = 0; i < threads; ++i) workers.push_back(std::make_unique<Worker>(shared));
    {
        std::vector<std::jthread> others;  // joined at the end of the block
        for (unsigned i = 1; i < threads; ++i) others.emplace_back([&, i] { workers[i]->work(); });
        workers[0]->work();
    }
    Seen out;
    std::vector<Counted> blocks;
    for (const auto& worker : workers) {
        out.wrong += worker->wrong;
        std::move(worker->problems.begin(), worker->problems.end(), std::back_inserter(out.problems));
        std::move(worker->sample.begin(), worker->sample.end(), std::back_inserter(out.sample));
        blocks.insert(blocks.end(), worker->counted.begin(), worker->counted.end());
        if (worker != workers.front())
            for (std::size_t i = 0; i < worker->tallies.size(); ++i) workers[0]->tallies[i].merge(worker->tallies[i]);
    }
    place(shared, std::move(blocks), out);
    std::sort(out.sample.begin(), out.sample.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    out.tallies = std::move(workers[0]->tallies);
    out.headers = shared.reader.headers();
    out.keys_bounded = out.rows > shared.most_hashes && !shared.keys.empty();
    for (std::size_t i = 0; i < shared.keys.size(); ++i) {
        if (shared.keys[i]->refuted || out.rows == 0) continue;
        std::vector<KeySearch*> all;
        for (const auto& worker : workers) all.push_back(&worker->searches[i]);
        if (ascending(all) || (!out.keys_bounded && no_two_equal(all))) out.keys.push_back(shared.keys[i]->columns);
    }
    return out;
}

}  // namespace crossfoot::profile
