// Times simdjson On-Demand over every member of every record: strings are unescaped and numbers checked.
#include <chrono>
#include <cstdio>
#include <simdjson.h>
using namespace simdjson;

static long read(ondemand::parser &parser, const padded_string &json) {
  long records = 0, bytes = 0;
  ondemand::document document = parser.iterate(json);
  for (ondemand::object record : document["value"].get_array()) {
    records++;
    for (auto field : record) {
      bytes += field.key().value().raw()[0];
      ondemand::value value = field.value();
      switch (value.type()) {
        case ondemand::json_type::string: bytes += std::string_view(value.get_string()).size(); break;
        case ondemand::json_type::number: bytes += long(double(value.get_double())); break;
        case ondemand::json_type::boolean: bytes += bool(value.get_bool()); break;
        default: bytes += std::string_view(value.raw_json_token()).size();
      }
    }
  }
  return bytes < 0 ? -1 : records;
}

int main(int, char **arguments) {
  padded_string json = padded_string::load(arguments[1]);
  ondemand::parser parser;
  double best = 1e9;
  long records = 0;
  for (int run = 0; run < 15; run++) {
    auto start = std::chrono::steady_clock::now();
    records = read(parser, json);
    double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (seconds < best) best = seconds;
  }
  std::printf("%-14s %8ld records %9.1f ms %9.0f MB/s\n", "simdjson", records, best * 1e3,
              double(json.size()) / 1e6 / best);
}
