// Copied beside the tools, so that their names are looked up there.
export const load = (name) => import(name)
