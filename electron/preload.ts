// Builds the bridge from the contract in shared/ipc; nothing to expose yet.
export {};
