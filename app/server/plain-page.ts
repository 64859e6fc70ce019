import type { Response } from 'express'

/** A page that needs neither React nor styles, for when the product itself cannot answer. */
export function sendPlainPage(res: Response, status: number, title: string, sentence: string) {
  const reference = res.locals.requestId
    ? `<p>Reference: <code>${res.locals.requestId}</code></p>`
    : ''

  res.status(status).type('html').send(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${sentence}</p>
${reference}
</main>
</body>
</html>
`)
}
