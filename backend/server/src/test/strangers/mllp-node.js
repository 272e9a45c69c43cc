'use strict';

// node mllp-node.js PORT COUNT: a connection for each message; prints how many answers were to the message sent

const net = require('net');
const mllp = require('mllp-node');
const { movement } = require('./messages.js');

const [port, count] = process.argv.slice(2).map(Number);
let matching = 0;

function send(server, number) {
  if (number === count) {
    console.log(`matching ${matching}`);
    process.exit(0);
  }
  const id = `node-${number}`;
  server.send('127.0.0.1', port, movement(id, number), (failure, msa) => {
    if (failure) {
      throw failure;
    }
    matching += msa === `MSA|AA|${id}` ? 1 : 0;
    setImmediate(() => send(server, number + 1));
  });
}

// it insists on listening too, on a port that it is told
const free = net.createServer().listen(0, '127.0.0.1', () => {
  const { port: own } = free.address();
  free.close(() => send(new mllp.MLLPServer('127.0.0.1', own, () => {}), 0));
});
