import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { NextFunction, Request, Response } from 'express'
import helmet from 'helmet'

/** A request id (also the reference number on the error page) and the nonce of the content policy. */
export function identify(_request: Request, response: Response, next: NextFunction): void {
  response.locals.requestId = randomBytes(5).toString('hex')
  response.locals.nonce = randomBytes(16).toString('base64')
  response.setHeader('X-Request-Id', response.locals.requestId)
  next()
}

/** Nothing from elsewhere, nothing inline. Development lets Vite inject styles and open its socket. */
export function securityHeaders(development: boolean) {
  const nonce = (_request: IncomingMessage, response: ServerResponse) =>
    `'nonce-${(response as Response).locals.nonce as string}'`
  const guard = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: development ? ["'self'", 'ws:'] : ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Not no-referrer: browsers without Sec-Fetch-Site would then send forms with "Origin: null".
    referrerPolicy: { policy: 'same-origin' },
    // The server speaks plain HTTP on the loopback; the proxy in front of it owns this header.
    strictTransportSecurity: false,
  })
  return (request: Request, response: Response, next: NextFunction): void => {
    response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()')
    guard(request, response, next)
  }
}
