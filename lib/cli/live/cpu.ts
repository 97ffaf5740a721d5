/** CPU time of this process in ms: the machine may be busy with other work. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
