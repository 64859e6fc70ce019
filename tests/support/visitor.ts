import { Agent, type IncomingHttpHeaders, request } from 'node:http'

/** What a server answered over HTTP. */
export type Reply = {
  status: number
  headers: IncomingHttpHeaders
  /** The body as it came, compressed. */
  body: Buffer
}

/** Somebody with a browser: keeps a connection and cookies, and sends forms as a page of ours would. */
export class Visitor {
  readonly #origin: string
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #cookies = new Map<string, string>()

  constructor(origin: string) {
    this.#origin = origin
  }

  /**
   * Signs in.
   *
   * @throws Error when the server does not let them in
   */
  async signIn(email: string, password: string) {
    const { status } = await this.post('/sign-in', { email, password })
    if (status !== 302) throw new Error(`${email} could not sign in: ${status}.`)
  }

  get(path: string): Promise<Reply> {
    return this.#send('GET', path)
  }

  post(path: string, fields: Record<string, string>): Promise<Reply> {
    return this.#send('POST', path, new URLSearchParams(fields).toString())
  }

  leave() {
    this.#agent.destroy()
  }

  /* A server ends what was idle for long; a request that was on its way then is made again, as by a browser. */
  #send(method: string, path: string, body?: string): Promise<Reply> {
    const headers = {
      Accept: 'text/html',
      'Accept-Encoding': 'br',
      Cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(body !== undefined && {
        Origin: this.#origin,
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': Buffer.byteLength(body),
      }),
    }
    return new Promise<Reply>((resolve, reject) => {
      const asked = request(
        new URL(path, this.#origin),
        { method, headers, agent: this.#agent },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('error', reject)
          answer.on('end', () => {
            this.#keep(answer.headers['set-cookie'] ?? [])
            const { statusCode: status = 0, headers } = answer
            resolve({ status, headers, body: Buffer.concat(chunks) })
          })
        },
      )
      asked.on('error', (error: NodeJS.ErrnoException) => {
        if (asked.reusedSocket && error.code === 'ECONNRESET')
          resolve(this.#send(method, path, body))
        else reject(error)
      })
      asked.end(body)
    })
  }

  #keep(cookies: string[]) {
    for (const cookie of cookies) {
      const [pair = '', ...attributes] = cookie.split('; ')
      const name = pair.slice(0, pair.indexOf('='))
      const value = pair.slice(name.length + 1)
      if (attributes.includes('Max-Age=0')) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
  }
}
