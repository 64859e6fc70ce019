import type { ReactNode } from 'react'

/** Drawn on a 24-unit grid with one round 1.5 stroke. */
export const iconPaths = {
  home: <path d="M4 11.5 12 5l8 6.5M6 10v9h12v-9M10 19v-5h4v5" />,
  learning: (
    <path d="M12 7c-2-1.6-4.6-2-8-2v13c3.4 0 6 .4 8 2 2-1.6 4.6-2 8-2V5c-3.4 0-6 .4-8 2Zm0 0v13" />
  ),
  activity: <path d="m14.5 5.5 4 4L8 20H4v-4L14.5 5.5Zm-2.5 2.5 4 4M13 20h7" />,
  completion: <path d="M6 3.5h9l3.5 3.5v13.5h-12.5zM15 3.5V7h3.5M9 13.5l2.2 2.2 4-4.4" />,
  course: <path d="M4 5h16v11H4zM9 20h6m-3-4v4M8 9h8m-8 3h5" />,
  goal: <path d="M6 21V4m0 .5h12l-2.5 4 2.5 4H6" />,
  badge: (
    <path d="M12 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM8.5 13.5 7.5 21l4.5-2.5 4.5 2.5-1-7.5" />
  ),
  pathway: (
    <path d="M4 20h16M7.5 20v-2.2c0-1 .7-1.8 1.7-1.8h5.6c1 0 1.7.8 1.7 1.8V20M9 16v-1.7c0-1 .6-1.8 1.5-1.8h3c.9 0 1.5.8 1.5 1.8V16m-4.5-3.5V11c0-1.3.7-2.5 1.5-2.5s1.5 1.2 1.5 2.5v1.5" />
  ),
  record: (
    <path d="M6 3.5h12.5v17H6a1.5 1.5 0 0 1-1.5-1.5V5A1.5 1.5 0 0 1 6 3.5Zm2.5 0v17M12 8h3.5M12 11.5h3.5" />
  ),
  approvals: (
    <path d="M4 13.5 6.5 5h11L20 13.5V19H4zM4 13.5h4.5l1.5 2.5h4l1.5-2.5H20M9.5 9.5l1.8 1.8 3.2-3.3" />
  ),
  staff: (
    <path d="M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.3-3.6 2.8-5.5 6.5-5.5s6.2 1.9 6.5 5.5M16 5a3.3 3.3 0 0 1 0 6.3m2 3.7c2 .8 3.2 2.4 3.5 5" />
  ),
  readiness: <path d="M4 6.5h16M4 12h16M4 17.5h16M8 4.5v4M15.5 10v4M11 15.5v4" />,
  people: (
    <path d="M4 5.5h16v13H4zM9 13a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm-2.8 3c.3-1.2 1.3-2 2.8-2s2.5.8 2.8 2M14.5 10h3m-3 3.5h3" />
  ),
  report: <path d="M4.5 4v15.5H20M8.5 16v-4M12.5 16V7.5M16.5 16v-6" />,
  settings: (
    <path d="M4 8h9m4 0h3M4 16h3m4 0h9M15 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM9 18a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z" />
  ),
  roster: <path d="M8.5 5H6v15.5h12V5h-2.5M8.5 3.5h7v3h-7zM9 11h6m-6 3h6m-6 3h3.5" />,
  search: <path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.7-1.8L20 20" />,
  circle: <path d="M12 19a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z" />,
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  'check-circle': (
    <path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM8.3 12.3l2.5 2.5 4.9-5.3" />
  ),
  clock: <path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2" />,
  return: <path d="M9 5 4.5 9.5 9 14M5 9.5h9a5 5 0 0 1 0 10h-4" />,
  deny: <path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM6.2 6.2l11.6 11.6" />,
  warning: <path d="M12 4 2.8 19.5h18.4L12 4Zm0 5.5v4.5m0 2.7v.1" />,
  info: <path d="M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5.2m0-8.4v.1" />,
  plus: <path d="M12 5v14M5 12h14" />,
  minus: <path d="M5 12h14" />,
  edit: <path d="m14.5 5.5 4 4L8 20H4v-4L14.5 5.5Zm-2.5 2.5 4 4" />,
  trash: <path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 13h9.4l.8-13M10.2 11v5.5m3.6-5.5v5.5" />,
  copy: <path d="M8.5 8.5h11v11h-11zM5 15.5h-.5v-11h11V5" />,
  lock: <path d="M5.5 10.5h13v9.5h-13zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5" />,
  eye: (
    <path d="M2.5 12C5 7.7 8.2 5.5 12 5.5s7 2.2 9.5 6.5c-2.5 4.3-5.7 6.5-9.5 6.5S5 16.3 2.5 12ZM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z" />
  ),
  download: <path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M4.5 19.5h15" />,
  upload: <path d="M12 15.5v-11M7.5 9 12 4.5 16.5 9M4.5 19.5h15" />,
  print: <path d="M7 9V4h10v5M7 16.5H4V9h16v7.5h-3M7 13.5h10V20H7z" />,
  external: <path d="M13.5 4.5h6v6M19.5 4.5 11 13M17 14.5v5H4.5V7h5" />,
  'chevron-right': <path d="m9.5 6 6 6-6 6" />,
  'chevron-left': <path d="m14.5 6-6 6 6 6" />,
  'chevron-down': <path d="m6 9.5 6 6 6-6" />,
  'chevron-up': <path d="m6 14.5 6-6 6 6" />,
  arrow: <path d="M4.5 12h15m-6-6 6 6-6 6" />,
  file: <path d="M6 3.5h8.5l3.5 3.5v13.5H6zM14.5 3.5V7H18" />,
  link: (
    <path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1" />
  ),
  camera: (
    <path d="M3.5 8h4L9 5.5h6L16.5 8h4v11h-17zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z" />
  ),
  calendar: <path d="M4.5 6h15v14h-15zM4.5 10h15M8.5 3.5V7m7-3.5V7" />,
  mail: <path d="M3.5 6h17v12.5h-17zM3.5 7l8.5 6.5L20.5 7" />,
  filter: <path d="M4 6.5h16M7 12h10M10.5 17.5h3" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  more: <path d="M5.5 12h.1m6.4 0h.1m6.3 0h.1" strokeWidth={2.5} />,
  sun: (
    <path d="M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm0-13v1.5m0 15V21m9-9h-1.5m-15 0H3m15.4-6.4-1.1 1.1M6.7 17.3l-1.1 1.1m12.8 0-1.1-1.1M6.7 6.7 5.6 5.6" />
  ),
  moon: <path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z" />,
  person: (
    <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8.5c.4-3.8 3.2-6 7.5-6s7.1 2.2 7.5 6" />
  ),
  school: (
    <path d="M3.5 20.5h17M5.5 20.5V11l6.5-4 6.5 4v9.5M12 7V3h4v2h-4m-2 15.5V16h4v4.5M8.5 13h.1m6.8 0h.1" />
  ),
  'sign-out': <path d="M14 5V4H5v16h9v-1M10 12h10m-4-4 4 4-4 4" />,
} satisfies Record<string, ReactNode>

/** The name of an icon. */
export type IconName = keyof typeof iconPaths
