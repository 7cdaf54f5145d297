// libcurl as Swift needs it: `curl_easy_setopt` and `curl_easy_getinfo` take what the option says,
// and Swift calls no such function. Each wrapper takes one type.
#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#if LIBCURL_VERSION_NUM < 0x075000
#error "libcurl 7.80 or newer is needed"
#endif

static inline CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *text) {
  return curl_easy_setopt(easy, option, text);
}

static inline CURLcode ccurl_set_number(CURL *easy, CURLoption option, long number) {
  return curl_easy_setopt(easy, option, number);
}

static inline CURLcode ccurl_set_headers(CURL *easy, struct curl_slist *headers) {
  return curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
}

/// What a transfer calls, each with the same context. It must outlive the transfer.
typedef struct ccurl_callbacks {
  curl_write_callback header;
  curl_write_callback write;
  curl_opensocket_callback open_socket;
} ccurl_callbacks;

static inline CURLcode ccurl_set_callbacks(CURL *easy, ccurl_callbacks callbacks, void *context) {
  CURLcode first = curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, callbacks.header);
  CURLcode second = curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, callbacks.write);
  CURLcode third = curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, callbacks.open_socket);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, context);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, context);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, context);
  return first ? first : second ? second : third;
}

/// The buffer has `CURL_ERROR_SIZE` bytes at least and outlives the handle.
static inline CURLcode ccurl_set_error_buffer(CURL *easy, char *buffer) {
  return curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, buffer);
}

/// http and https, for the first request and for redirects.
static inline CURLcode ccurl_set_protocols(CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075500
  CURLcode first = curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  CURLcode second = curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
#else
  long both = CURLPROTO_HTTP | CURLPROTO_HTTPS;
  CURLcode first = curl_easy_setopt(easy, CURLOPT_PROTOCOLS, both);
  CURLcode second = curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS, both);
#endif
  return first ? first : second;
}

static inline long ccurl_status(CURL *easy) {
  long status = 0;
  return curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK ? status : 0;
}

/// Seconds, from either form of `Retry-After`; 0 without it.
static inline long long ccurl_retry_after(CURL *easy) {
  curl_off_t seconds = 0;
  return curl_easy_getinfo(easy, CURLINFO_RETRY_AFTER, &seconds) == CURLE_OK ? seconds : 0;
}

/// The length that the answer announces; -1 without it.
static inline long long ccurl_announced_length(CURL *easy) {
  curl_off_t length = -1;
  curl_easy_getinfo(easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
  return length;
}

/// Where the answer redirects to, as an absolute URL; NULL without it. It lives as the handle does.
static inline const char *ccurl_redirect_url(CURL *easy) {
  char *url = NULL;
  return curl_easy_getinfo(easy, CURLINFO_REDIRECT_URL, &url) == CURLE_OK ? url : NULL;
}

/// Tells which transfer has ended, and how; false where none has.
static inline bool ccurl_next_ended(CURLM *multi, CURL **easy, CURLcode *code) {
  int waiting = 0;
  CURLMsg *message;
  while ((message = curl_multi_info_read(multi, &waiting)) != NULL) {
    if (message->msg == CURLMSG_DONE) {
      *easy = message->easy_handle;
      *code = message->data.result;
      return true;
    }
  }
  return false;
}

/// Copies the bytes of the address that a socket is to be connected to, in network order: 4 or 16
/// of them; 0 for what is no address of the internet.
static inline size_t ccurl_address(const struct curl_sockaddr *address, unsigned char bytes[16]) {
  if (address->family == AF_INET && address->addrlen >= sizeof(struct sockaddr_in)) {
    struct sockaddr_in ipv4;
    memcpy(&ipv4, &address->addr, sizeof ipv4);
    memcpy(bytes, &ipv4.sin_addr, 4);
    return 4;
  }
  if (address->family == AF_INET6 && address->addrlen >= sizeof(struct sockaddr_in6)) {
    struct sockaddr_in6 ipv6;
    // The structure that libcurl gives is as long as it says, whatever its type has.
    memcpy(&ipv6, (const unsigned char *)address + offsetof(struct curl_sockaddr, addr), sizeof ipv6);
    memcpy(bytes, &ipv6.sin6_addr, 16);
    return 16;
  }
  return 0;
}

static inline curl_socket_t ccurl_open(const struct curl_sockaddr *address) {
  return socket(address->family, address->socktype, address->protocol);
}

/// The flag that asks for a host in ASCII; 0 where libcurl is older than 7.88.
static inline unsigned int ccurl_punycode(void) {
#ifdef CURLU_PUNYCODE
  return CURLU_PUNYCODE;
#else
  return 0;
#endif
}

/// That no socket was opened.
static inline curl_socket_t ccurl_no_socket(void) { return CURL_SOCKET_BAD; }

#endif
