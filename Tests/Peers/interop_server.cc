// gRPC's interoperability server by gRPC C++. Prints `ready interop=HOST:PORT`.
//
// Usage: interop_server --port=PORT --use_tls=BOOLEAN --certificate=FILE --key=FILE
#include <grpcpp/grpcpp.h>

#include <chrono>
#include <cstdio>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "grpc/testing/test.grpc.pb.h"
#include "interop.h"

namespace {

using grpc::ServerContext;
using grpc::Status;
using grpc::testing::StreamingInputCallRequest;
using grpc::testing::StreamingOutputCallRequest;
using grpc::testing::StreamingOutputCallResponse;

void EchoMetadata(ServerContext& context) {
  for (const auto& [name, value] : context.client_metadata()) {
    std::string text(value.data(), value.size());
    if (name == interop::kEchoInitial) context.AddInitialMetadata(interop::kEchoInitial, text);
    if (name == interop::kEchoTrailing) context.AddTrailingMetadata(interop::kEchoTrailing, text);
  }
}

// OK, or what the request expects and did not happen to it.
template <typename Request>
Status Expected(ServerContext& context, const Request& request) {
  if (!request.has_expect_compressed()) return Status::OK;
  bool was_compressed = interop::WasCompressed(context);
  if (request.expect_compressed().value() == was_compressed) return Status::OK;
  return {grpc::StatusCode::INVALID_ARGUMENT,
          was_compressed ? "the request is compressed" : "the request is not compressed"};
}

template <typename Request>
Status Echoed(const Request& request) {
  const auto& status = request.response_status();
  return {static_cast<grpc::StatusCode>(status.code()), status.message()};
}

// Anything that responses can be written to.
template <typename Stream>
Status Answer(const StreamingOutputCallRequest& request, Stream& stream) {
  for (const auto& wanted : request.response_parameters()) {
    std::this_thread::sleep_for(std::chrono::microseconds(wanted.interval_us()));
    StreamingOutputCallResponse response;
    response.mutable_payload()->set_type(request.response_type());
    response.mutable_payload()->set_body(std::string(wanted.size(), '\0'));
    grpc::WriteOptions options;
    if (!wanted.compressed().value()) options.set_no_compression();
    if (!stream.Write(response, options)) return Status::CANCELLED;
  }
  return Echoed(request);
}

class Interop final : public grpc::testing::TestService::Service {
  Status EmptyCall(ServerContext* context, const grpc::testing::Empty*,
                   grpc::testing::Empty*) override {
    EchoMetadata(*context);
    return Status::OK;
  }

  Status UnaryCall(ServerContext* context, const grpc::testing::SimpleRequest* request,
                   grpc::testing::SimpleResponse* response) override {
    EchoMetadata(*context);
    if (Status status = Expected(*context, *request); !status.ok()) return status;
    context->set_compression_algorithm(
        request->response_compressed().value() ? GRPC_COMPRESS_GZIP : GRPC_COMPRESS_NONE);
    response->mutable_payload()->set_type(request->response_type());
    response->mutable_payload()->set_body(std::string(request->response_size(), '\0'));
    return Echoed(*request);
  }

  Status StreamingOutputCall(ServerContext* context, const StreamingOutputCallRequest* request,
                             grpc::ServerWriter<StreamingOutputCallResponse>* stream) override {
    EchoMetadata(*context);
    for (const auto& wanted : request->response_parameters()) {
      if (wanted.compressed().value()) context->set_compression_algorithm(GRPC_COMPRESS_GZIP);
    }
    return Answer(*request, *stream);
  }

  Status StreamingInputCall(ServerContext* context,
                            grpc::ServerReader<StreamingInputCallRequest>* stream,
                            grpc::testing::StreamingInputCallResponse* response) override {
    EchoMetadata(*context);
    StreamingInputCallRequest request;
    int size = 0;
    while (stream->Read(&request)) {
      if (Status status = Expected(*context, request); !status.ok()) return status;
      size += static_cast<int>(request.payload().body().size());
    }
    response->set_aggregated_payload_size(size);
    return Status::OK;
  }

  using Duplex =
      grpc::ServerReaderWriter<StreamingOutputCallResponse, StreamingOutputCallRequest>;

  Status FullDuplexCall(ServerContext* context, Duplex* stream) override {
    EchoMetadata(*context);
    StreamingOutputCallRequest request;
    while (stream->Read(&request)) {
      if (Status status = Answer(request, *stream); !status.ok()) return status;
    }
    return Status::OK;
  }

  Status HalfDuplexCall(ServerContext* context, Duplex* stream) override {
    EchoMetadata(*context);
    std::vector<StreamingOutputCallRequest> requests;
    for (StreamingOutputCallRequest request; stream->Read(&request);) requests.push_back(request);
    for (const auto& request : requests) {
      if (Status status = Answer(request, *stream); !status.ok()) return status;
    }
    return Status::OK;
  }
};

std::shared_ptr<grpc::ServerCredentials> Credentials(const interop::Flags& flags) {
  if (!flags.IsSet("use_tls")) return grpc::InsecureServerCredentials();
  grpc::SslServerCredentialsOptions options;
  options.pem_key_cert_pairs.push_back(
      {interop::Contents(flags.Text("key")), interop::Contents(flags.Text("certificate"))});
  return grpc::SslServerCredentials(options);
}

}  // namespace

int main(int argc, char** argv) {
  interop::Flags flags(argc, argv);
  Interop service;
  grpc::ServerBuilder builder;
  int port = 0;
  builder.AddListeningPort("127.0.0.1:" + flags.Text("port", "0"), Credentials(flags), &port);
  builder.RegisterService(&service);
  std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  if (server == nullptr || port == 0) {
    std::fprintf(stderr, "cannot listen on port %s\n", flags.Text("port", "0").c_str());
    return 1;
  }
  std::printf("ready interop=127.0.0.1:%d\n", port);
  std::fflush(stdout);
  server->Wait();
}
