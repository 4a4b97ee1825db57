#include "engine/dataset/table/block_reader.hpp"

#include <algorithm>
#include <cstring>
#include <unordered_map>

#include "engine/dataset/messages.hpp"
#include "engine/dataset/table/fields.hpp"
#include "engine/dataset/table/limits.hpp"
#include "engine/dataset/table/messages.hpp"
#include "engine/text/nearest.hpp"
#include "engine/text/text_form.hpp"

namespace crossfoot::table {

Records whole_records(std::string_view text, char separator) {
    Records out;
    const auto last_line_end = [&](std::size_t from, std::size_t to) {
        const void* at = ::memrchr(text.data() + from, '\n', to - from);
        if (at != nullptr) out.length = static_cast<std::size_t>(static_cast<const char*>(at) - text.data()) + 1;
    };
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t quote = text.find('"', at);
        if (quote == std::string_view::npos) break;
        last_line_end(at, quote);
        const bool opens = quote == 0 || text[quote - 1] == separator || text[quote - 1] == '\n';
        at = quote + 1;
        if (!opens) continue;  // a stray quote: told where the fields are read
        for (;;) {
            const std::size_t closing = text.find('"', at);
            if (closing == std::string_view::npos) {
                out.unclosed = quote;
                return out;
            }
            at = closing + 1;
            if (at >= text.size() || text[at] != '"') break;
            ++at;
        }
    }
    if (at < text.size()) last_line_end(at, text.size());
    return out;
}

BlockReader::BlockReader(const Table& table, std::size_t block_bytes) : table_(table), block_bytes_(block_bytes) {
    header_lines_.assign(table.parts.size(), 0);
    headers_.resize(table.parts.size());
}

void forget_rows_of_failed_files(std::vector<Problem>& problems, std::uint64_t& wrong) {
    std::vector<std::size_t> failed;
    for (const Problem& each : problems)
        if (each.whole_file && each.code == Code::XF101) failed.push_back(each.part);
    if (failed.empty()) return;
    std::erase_if(problems, [&](const Problem& each) {
        return !each.whole_file && std::find(failed.begin(), failed.end(), each.part) != failed.end();
    });
    wrong = problems.size();
}

Problem& BlockReader::file_problem(Code code, Message headline) {
    Problem problem;
    problem.code = code;
    problem.headline = std::move(headline);
    problem.part = next_part_ - 1;
    problem.block = next_block_;
    problem.whole_file = true;
    problems_.push_back(std::move(problem));
    return problems_.back();
}

bool BlockReader::open_next() {
    if (bytes_) taken_ += bytes_->taken();
    bytes_.reset();
    if (next_part_ >= table_.parts.size()) return false;
    const TablePart& part = table_.parts[next_part_++];
    bytes_ = open_bytes(*part.file);
    carry_.clear();
    ended_ = false;
    header_ = nullptr;
    return true;
}

// Fills the block with what is carried and `wanted` bytes more.
bool BlockReader::fill(Block& block, std::size_t wanted) {
    block.bytes.resize(std::max(block.bytes.size(), carry_.size() + wanted + Block::kPadding));
    std::copy(carry_.begin(), carry_.end(), block.bytes.begin());
    std::size_t size = carry_.size();
    const std::size_t got = bytes_->read(block.bytes.data() + size, wanted);
    size += got;
    if (!bytes_->failed().empty()) {
        const TablePart& part = table_.parts[next_part_ - 1];
        file_problem(Code::XF101, Message(messages::unreadable, part.name, bytes_->failed()));
        ended_ = true;
        carry_.clear();
        return false;
    }
    if (got < wanted) {
        ended_ = true;
        // line ends after the last record are no rows
        if (!header_ || header_->fields > 1)
            while (size > 1 && block.bytes[size - 1] == '\n' &&
                   (block.bytes[size - 2] == '\n' ||
                    (size > 2 && block.bytes[size - 2] == '\r' && block.bytes[size - 3] == '\n')))
                size -= block.bytes[size - 2] == '\r' ? 2U : 1U;
        if (size > 0 && block.bytes[size - 1] != '\n') block.bytes[size++] = '\n';
    }
    block.size = size;
    return true;
}

bool BlockReader::next(Block& block) {
    for (;;) {
        if (ended_ && carry_.empty() && !open_next()) return false;
        std::size_t wanted = block_bytes_;
        for (;;) {
            if (!fill(block, wanted)) break;
            std::string_view text = block.text();
            block.quotes = text.find('"') != std::string_view::npos;
            const Records records = whole_records(text, table_.separator);
            std::size_t length = records.length;
            if (ended_ && records.unclosed != std::string_view::npos) {
                Problem& problem = file_problem(Code::XF121, Message(messages::unclosed_quote));
                problem.whole_file = false;
                const std::size_t line = text.rfind('\n', records.unclosed);
                const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
                problem.line = static_cast<std::uint64_t>(
                    std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
                problem.text = text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
                problem.begin = static_cast<std::uint32_t>(records.unclosed - begin);
                problem.end = problem.begin + 1;
                text = text.substr(0, length);
                block.size = length;
                carry_.clear();
            } else if (length == 0 && !ended_) {
                if (text.size() > kMostRecord) {
                    file_problem(Code::XF115,
                                 Message(messages::row_too_long, table_.parts[next_part_ - 1].name, kMostRecord));
                    ended_ = true;
                    carry_.clear();
                    break;
                }
                carry_.assign(text.begin(), text.end());
                wanted = std::max(wanted, std::min(carry_.size(), kMostRecord / 4));
                continue;
            } else {
                carry_.assign(text.begin() + static_cast<std::ptrdiff_t>(length), text.end());
                block.size = length;
            }
            block.part = next_part_ - 1;
            block.number = next_block_++;
            if (!header_ && !read_header(block)) {
                ended_ = true;
                carry_.clear();
                break;
            }
            block.header = header_;
            if (block.size > 0) return true;
            break;
        }
    }
}

// Puts what the header says into `headers_`; false where it is wrong.
bool BlockReader::look_at_header(Block& block, std::string_view record, std::vector<std::string> names) {
    constexpr std::size_t kShown = 4096, kMost = 100, kNearest = 10'000;
    const TablePart& part = table_.parts[block.part];
    const std::size_t before = problems_.size();
    const auto problem = [&](Code code, Message headline, std::size_t at) -> Problem& {
        Problem& out = file_problem(code, std::move(headline));
        out.block = block.number;
        out.whole_file = false;
        out.text = shown_text(record.substr(0, std::min(record.find_last_not_of("\r\n") + 1, kShown)));
        out.begin = static_cast<std::uint32_t>(at < out.text.size() ? at : 0);
        out.end = out.begin + (at < out.text.size() ? 1U : 0U);
        return out;
    };
    if (const std::size_t bad = first_malformed_utf8(record); bad != std::string_view::npos) {
        const bool wide = record.starts_with("\xFF\xFE") || record.starts_with("\xFE\xFF");
        problem(Code::XF102, Message(messages::not_utf8), bad)
            .help.push_back(Message(wide ? messages::convert_utf16 : messages::convert_utf8));
        return false;
    }
    if (const std::size_t nul = record.find('\0'); nul != std::string_view::npos) {
        problem(Code::XF121, Message(messages::nul_byte), nul);
        return false;
    }
    if (names.size() > kMostColumns) {
        problem(Code::XF115, Message(messages::too_many_columns, part.name, kMostColumns), 0);
        return false;
    }
    Header header;
    header.fields = names.size();
    std::unordered_map<std::string, std::pair<std::uint32_t, bool>> at;  // by name: its field, and was it told twice
    for (std::uint32_t field = 0; field < names.size(); ++field) {
        names[field] = composed(std::string(loading::trimmed(names[field])));
        const auto [place, fresh] = at.try_emplace(names[field], field, false);
        if (fresh || place->first.empty() || place->second.second || problems_.size() - before >= kMost) continue;
        place->second.second = true;
        problem(Code::XF122, Message(messages::header_twice, place->first), field_begin(record, table_.separator, field));
    }
    for (const TableColumn& column : table_.columns) {
        const auto found = at.find(column.name);
        header.place.push_back(found == at.end() ? 0 : found->second.first);
        if (found != at.end()) continue;
        std::vector<Message>& help = problem(Code::XF122, Message(messages::no_such_column, part.name, column.name), 0).help;
        const auto end = names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), kNearest));
        const std::vector<std::string> near = nearest(column.name, {names.begin(), end}, 1);
        if (!near.empty()) help.push_back(Message(loading::messages::did_you_mean, near.front()));
        std::string known;
        for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 12); ++i)
            known += (i == 0 ? "`" : ", `") + names[i].substr(0, 60) + "`";
        if (names.size() > 12) known += ", …";
        help.push_back(Message(messages::header_has, shown_text(known)));
    }
    headers_[block.part] = std::move(header);
    return problems_.size() == before;
}

// Takes the header off the first block of a part.
bool BlockReader::read_header(Block& block) {
    const TablePart& part = table_.parts[block.part];
    const std::size_t bom = block.text().starts_with("\xEF\xBB\xBF") ? 3 : 0;
    std::string_view text = block.text().substr(bom);
    std::vector<std::string> names;
    const std::size_t length = text.empty() ? 0 : first_record(text, table_.separator, names);
    if (length == 0) {
        file_problem(Code::XF122, Message(messages::no_header, part.name));
        return false;
    }
    if (!look_at_header(block, text.substr(0, length), std::move(names))) return false;
    header_lines_[block.part] =
        static_cast<std::uint64_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(length), '\n'));
    // what was told of this block counts its lines from here on
    for (Problem& each : problems_)
        if (each.block == block.number && each.line >= header_lines_[block.part])
            each.line -= header_lines_[block.part];
    header_ = &headers_[block.part];
    const std::size_t skip = bom + length;
    std::memmove(block.bytes.data(), block.bytes.data() + skip, block.size - skip);
    block.size -= skip;
    return true;
}

}  // namespace crossfoot::table
