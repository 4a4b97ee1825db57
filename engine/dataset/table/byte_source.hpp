// The bytes of a file, read in order; gzip (RFC 1952, several members too) and Zstandard (RFC 8878) are recognised
// by their first bytes, whatever the name, and unpacked on the way.
#pragma once

#include <cstddef>
#include <memory>

#include "engine/dataset/table/table_file.hpp"
#include "engine/text/message.hpp"

namespace crossfoot::table {

class ByteSource {
public:
    virtual ~ByteSource() = default;
    // Fills up to `size` bytes; less only at the end of the file or where `failed()`.
    [[nodiscard]] virtual std::size_t read(char* into, std::size_t size) = 0;
    // Why nothing more can be read; empty where all is well.
    [[nodiscard]] const Message& failed() const { return failed_; }
    // Bytes of the file taken so far (packed ones where it is packed), for progress.
    [[nodiscard]] std::uint64_t taken() const { return taken_; }

protected:
    Message failed_;
    std::uint64_t taken_ = 0;
};

// Never null; the file must outlive it. A file that cannot be opened has `failed()` at once.
[[nodiscard]] std::unique_ptr<ByteSource> open_bytes(TableFile& of);

}  // namespace crossfoot::table
