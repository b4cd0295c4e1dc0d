import { type Server, createServer } from 'node:http'
import sirv from 'sirv'

/** A built site as any static server would show it; `under` puts it into a folder: "/courses/corridors". */
export function siteServer(folder: string, under = ''): Server {
  const serve = sirv(folder, { dev: true, etag: true })
  return createServer((request, response) => {
    const missing = () => { response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end(`Nothing stands at ${request.url}\n`) }
    if (!request.url?.startsWith(`${under}/`)) return missing()
    request.url = request.url.slice(under.length)
    serve(request, response, missing)
  })
}
