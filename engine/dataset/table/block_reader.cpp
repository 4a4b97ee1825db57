#include "engine/dataset/table/block_reader.hpp"

#include <algorithm>
#include <cstring>
#include <unordered_map>

#include "engine/dataset/messages.hpp"
#include "engine/dataset/table/fields.hpp"
#include "engine/dataset/table/header_names.hpp"
#include "engine/dataset/table/limits.hpp"
#include "engine/dataset/table/messages.hpp"
#include "engine/dataset/table/part_text.hpp"
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

namespace {

// Bytes of the mark of UTF-8 at the beginning of a file.
std::size_t mark_length(std::string_view text) { return text.starts_with("\xEF\xBB\xBF") ? 3 : 0; }

}  // namespace

BlockReader::BlockReader(const Table& table, std::size_t block_bytes, std::size_t first_part)
    : table_(table), block_bytes_(block_bytes), next_part_(first_part) {
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
    bytes_ = open_text(table_.parts[next_part_++], table_.layout.encoding);
    carry_.clear();
    ended_ = !skip_lines();
    header_ = nullptr;
    held_back_ = 0;
    return true;
}

void BlockReader::unreadable() {
    file_problem(Code::XF101, Message(messages::unreadable, table_.parts[next_part_ - 1].name, bytes_->failed()));
    ended_ = true;
    carry_.clear();
}

// Puts what follows the lines above the header into the carry; false where nothing follows.
bool BlockReader::skip_lines() {
    std::uint64_t left = table_.layout.skip;
    std::vector<char> bytes(left > 0 ? block_bytes_ : 0);
    while (left > 0) {
        const std::size_t got = bytes_->read(bytes.data(), bytes.size());
        if (!bytes_->failed().empty()) return unreadable(), false;
        std::size_t at = 0;
        while (left > 0 && at < got) {
            const void* end = std::memchr(bytes.data() + at, '\n', got - at);
            at = end == nullptr ? got : static_cast<std::size_t>(static_cast<const char*>(end) - bytes.data()) + 1;
            if (end != nullptr) --left;
        }
        if (left == 0) carry_.assign(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.begin() + static_cast<std::ptrdiff_t>(got));
        if (left > 0 && got < bytes.size()) {
            file_problem(Code::XF122, Message(messages::nothing_below_skip, table_.parts[next_part_ - 1].name, table_.layout.skip));
            return false;
        }
    }
    return true;
}

// Fills the block with what is carried and `wanted` bytes more.
bool BlockReader::fill(Block& block, std::size_t wanted) {
    block.bytes.resize(std::max(block.bytes.size(), carry_.size() + wanted + Block::kPadding));
    std::copy(carry_.begin(), carry_.end(), block.bytes.begin());
    std::size_t size = carry_.size();
    const std::size_t got = bytes_->read(block.bytes.data() + size, wanted);
    size += got;
    if (!bytes_->failed().empty()) return unreadable(), false;
    if (got < wanted) {
        ended_ = true;
        if (size > 0 && block.bytes[size - 1] != '\n') block.bytes[size++] = '\n';
    }
    block.size = size;
    return true;
}

// The quote at byte `quote` of the block is open at the end of the file, or of the longest row that is read.
void BlockReader::tell_open_quote(const Block& block, std::size_t quote, bool too_long) {
    constexpr std::size_t kShown = 8000;
    const std::string_view text = block.text();
    const std::size_t end_before = quote == 0 ? std::string_view::npos : text.rfind('\n', quote - 1);
    const std::size_t begin = end_before == std::string_view::npos ? 0 : end_before + 1;
    Problem& problem = file_problem(Code::XF121, Message(messages::unclosed_quote));
    if (too_long) {
        problem.code = Code::XF115;
        problem.headline = Message(messages::open_quote_too_long, kMostRecord);
    }
    problem.whole_file = false;
    problem.line = static_cast<std::uint64_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
    problem.text = shown_text(text.substr(begin, std::min({text.find('\n', begin), text.size(), begin + kShown}) - begin));
    const std::size_t at = quote - begin < problem.text.size() ? quote - begin : 0;
    problem.begin = static_cast<std::uint32_t>(at);
    problem.end = problem.begin + 1;
    if (header_) {
        problem.line += held_back_;
        return;
    }
    problem.line += table_.layout.skip;   // in the header, or among the first rows of a block that begins the file
    problem.in_file = true;
}

bool BlockReader::next(Block& block) {
    for (;;) {
        if (ended_ && carry_.empty() && !open_next()) return false;
        if (ended_ && carry_.empty()) continue;   // nothing stands below the lines that are left out
        std::size_t wanted = block_bytes_;
        for (;;) {
            if (!fill(block, wanted)) break;
            std::string_view text = block.text();
            block.quotes = text.find('"') != std::string_view::npos;
            const std::size_t bom = header_ ? 0 : mark_length(text);
            Records records = whole_records(text.substr(bom), table_.separator);
            const bool open = records.unclosed != std::string_view::npos;
            if (open) records.unclosed += bom;
            const std::size_t length = records.length > 0 ? records.length + bom : 0;
            const bool enough = header_ != nullptr || header_length(text.substr(0, length)) > 0;
            if (ended_ && open) {
                tell_open_quote(block, records.unclosed, false);
                carry_.clear();
                if (!enough) break;
                text = text.substr(0, length);
                block.size = length;
            } else if ((length == 0 || !enough) && !ended_) {
                if (text.size() > kMostRecord) {
                    if (open) tell_open_quote(block, records.unclosed, true);
                    else
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
            block.lines_before = 0;
            block.blank = table_.layout.blank;
            block.encoding = table_.layout.encoding;
            if (!header_ && !read_header(block)) {
                ended_ = true;
                carry_.clear();
                break;
            }
            block.header = header_;
            hold_back_empty_lines(block);
            if (block.size > 0) return true;
            break;
        }
    }
}

// Empty lines at the end of a block wait until something follows them: at the end of the file they are no rows. What they
// were held back for comes after them: as rows, which they are not, where they are not declared.
void BlockReader::hold_back_empty_lines(Block& block) {
    constexpr std::uint64_t kMostTold = 1000;   // more in one place are not listed anyway
    if (header_->fields <= 1 && !block.blank) return;   // an empty line is a row
    std::size_t size = block.size;
    std::uint64_t lines = 0;
    while (size > 0) {
        std::size_t line_end = size - 1;
        if (line_end > 0 && block.bytes[line_end - 1] == '\r') --line_end;
        if (line_end > 0 && block.bytes[line_end - 1] != '\n') break;
        size = line_end;
        ++lines;
    }
    block.size = size;
    if (size > 0 && held_back_ > 0) {
        const auto told = block.blank ? 0 : std::min(held_back_, kMostTold);
        block.lines_before = held_back_ - told;
        block.bytes.resize(std::max(block.bytes.size(), size + told + Block::kPadding));
        std::memmove(block.bytes.data() + told, block.bytes.data(), size);
        std::fill_n(block.bytes.begin(), told, '\n');
        block.size = size + told;
        // what was told of this block counts its lines with them
        for (Problem& each : problems_)
            if (each.block == block.number && !each.in_file && !each.whole_file) each.line -= block.lines_before;
        held_back_ = 0;
    }
    held_back_ += lines;
}

// Puts what the header says into `headers_`; false where it is wrong.
bool BlockReader::look_at_header(Block& block, std::string_view record, std::uint64_t line, std::vector<std::string> names) {
    constexpr std::size_t kShown = 4096, kMost = 100, kNearest = 10'000;
    const TablePart& part = table_.parts[block.part];
    const std::size_t before = problems_.size();
    const auto problem = [&](Code code, Message headline, std::size_t at) -> Problem& {
        Problem& out = file_problem(code, std::move(headline));
        out.block = block.number;
        out.whole_file = false;
        out.in_file = true;
        out.line = line;
        out.text = shown_text(record.substr(0, std::min(record.find_last_not_of("\r\n") + 1, kShown)));
        out.begin = static_cast<std::uint32_t>(at < out.text.size() ? at : 0);
        out.end = out.begin + (at < out.text.size() ? 1U : 0U);
        return out;
    };
    if (const std::size_t bad = first_malformed_utf8(record); bad != std::string_view::npos) {
        const bool wide = record.starts_with("\xFF\xFE") || record.starts_with("\xFE\xFF");
        const Encoding encoding = table_.layout.encoding;
        Problem& told = problem(Code::XF102, undecodable(encoding), bad);
        told.help.push_back(encoding == Encoding::utf8 && wide ? Message(messages::declare_utf16) : other_encoding(encoding));
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
        header.place.push_back(found == at.end() ? kAbsent : found->second.first);
        if (found != at.end() || column.optional) continue;
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

std::size_t BlockReader::header_length(std::string_view text) const {
    std::vector<std::string> names;
    std::size_t at = mark_length(text);
    for (std::uint64_t row = 0; row < table_.layout.header;) {
        if (table_.layout.blank)
            while (at < text.size() && empty_line(text.substr(at)) > 0) at += empty_line(text.substr(at));
        names.clear();
        const std::size_t length = first_record(text.substr(at), table_.separator, names);
        if (length == 0) return 0;
        at += length;
        ++row;
    }
    return at;
}

// Takes the header off the first block of a part.
bool BlockReader::read_header(Block& block) {
    const TablePart& part = table_.parts[block.part];
    const std::size_t bom = mark_length(block.text());
    const std::string_view text = block.text().substr(bom);
    std::vector<std::vector<std::string>> rows;
    std::size_t length = 0, last = 0;   // up to here; where the last row of it begins
    const std::uint64_t skip = table_.layout.skip, wanted = table_.layout.header;
    while (rows.size() < wanted) {
        if (table_.layout.blank)
            while (const std::size_t empty = empty_line(text.substr(length))) length += empty;
        last = length;
        std::vector<std::string> names;
        const std::size_t row = first_record(text.substr(length), table_.separator, names);
        if (row == 0) {
            if (!rows.empty()) file_problem(Code::XF122, Message(messages::short_header, part.name, wanted));
            else if (skip > 0) file_problem(Code::XF122, Message(messages::nothing_below_skip, part.name, skip));
            else file_problem(Code::XF122, Message(messages::no_header, part.name));
            return false;
        }
        rows.push_back(std::move(names));
        length += row;
    }
    const auto lines_to = [&](std::size_t end) {
        return static_cast<std::uint64_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    };
    const std::uint64_t lines = lines_to(length);
    // a mistake is shown in the last row; one of encoding may stand in any
    const bool all = first_malformed_utf8(text.substr(0, length)) < last || text.substr(0, last).find('\0') != std::string_view::npos;
    const std::size_t shown = all ? 0 : last;
    if (!look_at_header(block, text.substr(shown, length - shown), skip + lines_to(shown), joined_names(std::move(rows)))) return false;
    header_lines_[block.part] = skip + lines;
    header_ = &headers_[block.part];
    const std::size_t taken = bom + length;
    std::memmove(block.bytes.data(), block.bytes.data() + taken, block.size - taken);
    block.size -= taken;
    return true;
}

}  // namespace crossfoot::table
