/**
 * What this page may have in flight with `keepalive`. Browsers allow 64 KiB for the whole page, the site's own
 * requests included, and fail the request that would exceed it. A share is free again only when the answer's
 * body was read to its end.
 * Source: Fetch standard, HTTP-network-or-cache fetch; measured in Chromium 156.
 */
export interface KeepaliveBudget {
  /** Takes a share for a body of so many bytes. Returns the way to give it back (once); null: no room. */
  take(bytes: number): (() => void) | null;
}

export const keepaliveBudget = (maxBytes = 60 * 1024, maxRequests = 9): KeepaliveBudget => {
  let bytesOut = 0;
  let requestsOut = 0;
  return {
    take(bytes) {
      if (bytesOut + bytes > maxBytes || requestsOut >= maxRequests) return null;
      bytesOut += bytes;
      requestsOut += 1;
      let isOut = true;
      return () => {
        if (!isOut) return;
        isOut = false;
        bytesOut -= bytes;
        requestsOut -= 1;
      };
    },
  };
};
