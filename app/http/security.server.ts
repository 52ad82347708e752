import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { NextFunction, Request, Response } from 'express'
import helmet from 'helmet'
import { CLIENT_ADDRESS } from '#app/auth/request-desk.server.ts'

const TWO_YEARS = 63_072_000

/**
 * A request id (also the reference number on the error page), the nonce of the content policy, and the address of the
 * reader for the throttle, in place of whatever the client wrote there.
 */
export function identify(request: Request, response: Response, next: NextFunction): void {
  request.headers[CLIENT_ADDRESS] = request.ip ?? ''
  response.locals.requestId = randomBytes(5).toString('hex')
  response.locals.nonce = randomBytes(16).toString('base64')
  response.setHeader('X-Request-Id', response.locals.requestId)
  next()
}

/**
 * Nothing from elsewhere, nothing inline. Development lets Vite inject styles and open its socket.
 * @param hsts whether this is the real site: answers over HTTPS then demand HTTPS for two years.
 */
export function securityHeaders(development: boolean, hsts = false) {
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
    frameguard: { action: 'deny' },
    // Not no-referrer: browsers without Sec-Fetch-Site would then send forms with "Origin: null".
    referrerPolicy: { policy: 'same-origin' },
    // Set below, only where the request came over HTTPS: the server itself speaks plain HTTP behind a proxy.
    strictTransportSecurity: false,
  })
  return (request: Request, response: Response, next: NextFunction): void => {
    response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()')
    if (hsts && request.secure)
      response.setHeader('Strict-Transport-Security', `max-age=${TWO_YEARS}; includeSubDomains`)
    guard(request, response, next)
  }
}
