#include "engine/checking/columns/row_walk.hpp"

#include <algorithm>

namespace crossfoot::columns {

bool RowWalk::next() {
    ++row_;
    while (!begun_ || row_ >= fields_.rows()) {
        begun_ = true;
        if (!reader_.next(block_)) return false;
        std::vector<table::Problem> none;   // told by the pass
        std::uint64_t wrong = 0;
        fields_.read(block_, table_.separator, none, 0, wrong);
        row_ = 0;
        at_ = 0;
        line_ = pass_.first_line[block_.number];
    }
    return true;
}

table::HeldRow RowWalk::held() {
    const std::uint32_t begin = fields_.row_begin(row_);
    const std::string_view text = block_.text();
    line_ += static_cast<std::uint64_t>(std::count(text.begin() + at_, text.begin() + begin, '\n'));
    at_ = begin;
    return {number(), block_.part, line_, std::string(fields_.record(row_))};
}

std::map<std::uint64_t, table::HeldRow> rows_at(const Table& table, const PassResult& pass, const std::vector<std::uint64_t>& places) {
    std::map<std::uint64_t, table::HeldRow> out;
    if (places.empty()) return out;
    RowWalk walk(table, pass);
    auto next = places.begin();
    while (next != places.end() && walk.next()) {
        if (walk.place() != *next) continue;
        out.emplace(walk.number(), walk.held());
        ++next;
    }
    return out;
}

}  // namespace crossfoot::columns
