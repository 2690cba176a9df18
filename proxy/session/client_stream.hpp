#pragma once

#include "proxy/session/conversation.hpp"
#include "proxy/session/copy.hpp"
#include "proxy/session/extended_query.hpp"
#include "proxy/session/retry.hpp"
#include "proxy/session/simple_query.hpp"

#include <span>

namespace pgsegue::session {

/// The client's messages after login. Reads headers, decides per message whether its content is needed, and
/// hands what is gathered to SimpleQuery and ExtendedQuery. Everything else passes by its header, counted.
class ClientStream {
 public:
  ClientStream(Conversation& conversation, SimpleQuery& simple, ExtendedQuery& extended, Copy& copy,
               CopyDoubt& doubt, Retry& retry)
      : conv_(conversation),
        simple_(simple),
        extended_(extended),
        copy_(copy),
        doubt_(doubt),
        retry_(retry) {}

  /// Consumes `input` up to a message that has to wait.
  void feed(std::span<const std::byte>& input) { run(conv_.state.client_reader, input); }
  /// The same for a batch that is sent once more.
  void replay(std::span<const std::byte> batch);
  /// Goes on with the held message, if any.
  void resume();
  /// False: the client's next message has to wait.
  bool wants() const { return can_go_on() && replay_rest_.empty(); }

 private:
  bool can_go_on() const;
  void run(wire::FrameReader& reader, std::span<const std::byte>& input);
  void pass_copy_data(wire::FrameReader& reader, std::span<const std::byte>& input);
  void send_copy_data(wire::FrameReader& reader, std::span<const std::byte> chunk);
  void send_fields(std::span<const std::byte> data);
  void finish_fields();
  void on_piece(wire::FrameReader& reader, const wire::FrameReader::Piece& piece);
  void on_header(wire::FrameReader& reader);
  bool admit(const wire::FrameHeader& header);
  /// Where nothing is under way, something begins. False: the session has ended.
  bool begin_at_rest(const wire::FrameReader& reader);
  /// At the beginning of a message. False: it must go the long way.
  bool run_whole(wire::FrameReader& reader, std::span<const std::byte>& input);
  /// The bytes of the message that `input` begins with; 0: its header must be looked at.
  std::size_t whole_message(std::span<const std::byte> input) const;
  static bool ends_batch(char type) { return type == 'Q' || type == 'S'; }
  void on_copy_header(wire::FrameReader& reader);
  void refuse(char type, const rules::SqlError& error);
  void pass(wire::FrameReader& reader);
  void inspect(wire::FrameReader& reader);
  void refuse_too_long(wire::FrameReader& reader);
  void on_message(wire::FrameReader& reader, std::span<const std::byte> frame, bool is_front);
  void resume_held();
  ExtendedQuery::Outcome dispatch(std::span<const std::byte> frame, bool is_front);

  Conversation& conv_;
  SimpleQuery& simple_;
  ExtendedQuery& extended_;
  Copy& copy_;
  CopyDoubt& doubt_;
  Retry& retry_;
  wire::Buffer resumed_;
  std::size_t header_left_ = 0;  ///< of the CopyData in progress, whose content gets more fields
  wire::FrameReader replay_reader_;
  std::span<const std::byte> replay_rest_;  ///< of Retry's batch, not yet sent again
};

}  // namespace pgsegue::session
