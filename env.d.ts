/// <reference types="vite/client" />
/// <reference types="@remix-run/node" />

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

// Makes this file a module, so that the block above adds to the package's types and does not stand for them.
export {}
