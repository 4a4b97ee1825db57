#include "engine/dataset/profile/pass.hpp"

#include <algorithm>
#include <atomic>
#include <memory>

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
    table::Reading reading;
    std::vector<std::unique_ptr<KeyCandidate>> keys;
    std::uint64_t most_hashes = 0;  // rows remembered of each
    std::atomic<std::uint64_t> rows = 0;
};

class Worker {
public:
    explicit Worker(Shared& shared)
        : searches(shared.keys.size()),
          shared_(shared),
          reader_(shared.sniffed.language.value_or(shared.options.words), shared.sniffed.manners),
          hashes_(shared.table.columns.size()) {
        for (const Sort sort : shared.sniffed.sorts) tallies.emplace_back(sort, shared.distinct_bound);
        for (const auto& key : shared.keys)
            for (const std::size_t column : key->columns) needed_.push_back(column);
    }

    void work() {
        while (shared_.reading.next(block_, fields_, taken)) {
            if (taken.wrong > 0) continue;
            shared_.rows += fields_.rows();
            for (std::size_t i = 0; i < tallies.size(); ++i) column(i);
            for (std::size_t i = 0; i < shared_.keys.size(); ++i) search(i);
            if (block_.number < kSampledBlocks) keep_sample();
        }
    }

    std::vector<Tally> tallies;
    std::vector<KeySearch> searches;
    table::Taken taken;
    std::vector<table::HeldRow> sample;

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
            const std::string_view content = place == table::kAbsent ? std::string_view() : table::content(fields_.raw(row, place), space_);
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
            std::uint64_t hash = hashes_[first][row];
            for (std::size_t i = 1; i < key.columns.size(); ++i) hash = joined(hash, hashes_[key.columns[i]][row]);
            search.add(hash, remember);
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

}  // namespace

Seen read_table(const Table& table, const Sniffed& sniffed, std::size_t distinct_bound, const ProfileOptions& options) {
    Shared shared{table, sniffed, options, distinct_bound, table::Reading(table, options.progress), {}};
    for (const Key& key : sniffed.keys) shared.keys.push_back(std::make_unique<KeyCandidate>(key));
    shared.most_hashes = kHashes / std::max<std::size_t>(1, shared.keys.size());
    std::vector<std::unique_ptr<Worker>> workers;
    for (unsigned i = table::thread_count(options.threads); i > 0; --i) workers.push_back(std::make_unique<Worker>(shared));
    table::on_threads(workers, [](Worker& each) { each.work(); });
    Seen out;
    std::vector<table::Taken> taken;
    for (const auto& worker : workers) {
        taken.push_back(std::move(worker->taken));
        std::move(worker->sample.begin(), worker->sample.end(), std::back_inserter(out.sample));
        if (worker != workers.front())
            for (std::size_t i = 0; i < worker->tallies.size(); ++i) workers[0]->tallies[i].merge(worker->tallies[i]);
    }
    shared.reading.finish(std::move(taken), out);
    std::sort(out.sample.begin(), out.sample.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    out.tallies = std::move(workers[0]->tallies);
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
