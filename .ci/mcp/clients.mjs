// Calls a server with the clients that people use. Prints PASS or FAIL for each, and exits with 1
// if any failed. See `clients` for the arguments.

import { execFile } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OldStdio } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as OldHttp } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const run = promisify(execFile);
const bin = join(dirname(fileURLToPath(import.meta.url)), 'node_modules', '.bin');
const info = { name: 'athena-checks', version: '1.0.0' };
const { values: options, positionals: command } = parseArgs({
  allowPositionals: true,
  options: {
    http: { type: 'string' },
    tool: { type: 'string', default: 'echo' },
    args: { type: 'string', default: '{"text":"hi"}' },
    calls: { type: 'string', default: '4000' },
  },
});
const call = { name: options.tool, arguments: JSON.parse(options.args) };
const calls = Number(options.calls);
if (command[0]?.includes('/')) {
  command[0] = resolve(command[0]); // Some clients start the server in a folder of their own.
}
EventEmitter.defaultMaxListeners = Math.max(10, calls); // The client waits once for each call.
let failures = 0;

async function check(name, action) {
  const begun = performance.now();
  try {
    const detail = await action();
    const millis = Math.round(performance.now() - begun);
    console.log(`PASS ${name}: ${detail ? `${detail}, ` : ''}${millis} ms`);
  } catch (error) {
    failures++;
    console.log(`FAIL ${name}: ${error?.stack ?? error}\n${error?.stdout ?? ''}${error?.stderr ?? ''}`);
  }
}

function expect(condition, problem) {
  if (!condition) {
    throw new Error(problem);
  }
}

/** Lists, calls, and lets an unknown tool be refused. */
async function use(client, transport) {
  await client.connect(transport);
  try {
    const { tools } = await client.listTools();
    expect(tools.length > 0, 'no tool is listed');
    const result = await client.callTool(call);
    expect(!result.isError, `the call failed: ${JSON.stringify(result)}`);
    const refusal = await client.callTool({ name: 'no_such_tool', arguments: {} }).catch((e) => e);
    expect(refusal.code === -32602, `an unknown tool is not refused: ${JSON.stringify(refusal)}`);
    return { version: client.getNegotiatedProtocolVersion?.(), tools: `${tools.length} tools` };
  } finally {
    await client.close();
  }
}

async function useNegotiating(mode, expected, transport) {
  const client = new Client(info, { versionNegotiation: { mode } });
  const { version, tools } = await use(client, transport);
  expect(version === expected, `spoke ${version}, not ${expected}`);
  return `${version}, ${tools}`;
}

async function checkTypeScript(way, transport, oldTransport) {
  await check(`TypeScript client 2, auto, ${way}`, () =>
    useNegotiating('auto', '2026-07-28', transport()));
  await check(`TypeScript client 2, legacy, ${way}`, () =>
    useNegotiating('legacy', '2025-11-25', transport()));
  await check(`TypeScript SDK 1, ${way}`, async () => (await use(new OldClient(info), oldTransport())).tools);
}

async function inspect(target, method, ...more) {
  const { stdout } = await run(
    join(bin, 'mcp-inspector'),
    ['--cli', ...target, '--method', method, '--format', 'json', ...more],
    { maxBuffer: 64 << 20 },
  );
  return stdout;
}

async function checkInspector(way, target) {
  for (const era of ['modern', 'legacy']) {
    const chosen = [...target, '--protocol-era', era];
    await check(`Inspector, tools/list --strict, ${era}, ${way}`, async () => {
      await inspect(chosen, 'tools/list', '--strict');
    });
    await check(`Inspector, tools/call, ${era}, ${way}`, async () => {
      const args = JSON.stringify(call.arguments);
      await inspect(chosen, 'tools/call', '--tool-name', call.name, '--tool-args-json', args);
    });
    await check(`Inspector, skills/list --verify --require-digests, ${era}, ${way}`, async () => {
      await inspect(chosen, 'skills/list', '--verify', '--require-digests');
    });
  }
}

/** Sends all calls at once; every one of them must come back. */
async function checkParallel() {
  await check(`${calls} calls at once, stdio`, async () => {
    const client = new Client(info, { versionNegotiation: { mode: 'auto' } });
    await client.connect(stdio());
    try {
      const results = await Promise.all(
        Array.from({ length: calls }, () => client.callTool(call, { timeout: 120_000 })),
      );
      expect(results.length === calls && !results.some((r) => r.isError), 'a call failed');
      return `${results.length} answered`;
    } finally {
      await client.close();
    }
  });
}

async function checkClaude(name, ...added) {
  if (!existsSync(join(bin, 'claude'))) {
    console.log(`SKIP ${name}: the package could not be had`);
    return;
  }
  await check(name, async () => {
    const home = mkdtempSync(join(tmpdir(), 'athena-checks-'));
    try {
      const env = { ...process.env, HOME: home, CLAUDE_CONFIG_DIR: join(home, '.claude') };
      await run(join(bin, 'claude'), ['mcp', 'add', 'athena', ...added], { env, cwd: home });
      const { stdout } = await run(join(bin, 'claude'), ['mcp', 'list'], { env, cwd: home });
      expect(/athena: .*Connected/.test(stdout), `not connected: ${stdout}`);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
}

const stdio = () => new StdioClientTransport({ command: command[0], args: command.slice(1) });
const oldStdio = () => new OldStdio({ command: command[0], args: command.slice(1) });

if (command.length > 0) {
  await checkTypeScript('stdio', stdio, oldStdio);
  await checkParallel();
  await checkInspector('stdio', command);
  await checkClaude('claude mcp list, stdio', '--', ...command);
}
if (options.http) {
  const url = new URL(options.http);
  await checkTypeScript(
    'HTTP',
    () => new StreamableHTTPClientTransport(url),
    () => new OldHttp(url),
  );
  await checkInspector('HTTP', [options.http]);
  await checkClaude('claude mcp list, HTTP', '--transport', 'http', options.http);
}
if (command.length === 0 && !options.http) {
  console.log('FAIL nothing to check: give --http URL or -- COMMAND');
  failures++;
}
process.exit(failures === 0 ? 0 : 1);
